import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {sha256Hex} from './digests.ts'
import {disk} from './disk.ts'
import type {
  KnownArticle,
  KnownEntity,
  KnownFile,
  KnownSource,
  MadeArticle,
  Manifest,
  Standing
} from './manifest.ts'

/** Changes when the form of the manifest or of a pack does. */
const form = 'warraq manifest 2'

/** Characters that are written at a time: a large edition has a hundred million. */
const pieceLength = 1 << 20

/** Replaces the manifest in one step. */
export function writeManifest(path: string, manifest: Manifest): void {
  const hash = createHash('sha256')
  let waiting = ''
  const flush = (): void => {
    hash.update(waiting)
    disk.append(`${path}.new`, waiting)
    waiting = ''
  }
  disk.write(`${path}.new`, '')
  for (const line of printManifest(manifest)) {
    waiting += `${line.join('\t')}\n`
    if (waiting.length > pieceLength) flush()
  }
  flush()
  disk.append(`${path}.new`, `end\t${hash.digest('hex')}\n`)
  disk.move(`${path}.new`, path)
}

function* printManifest(manifest: Manifest): Generator<string[]> {
  const {code, edition, builtAtMs, gathered, pending, unchecked, found, summary} =
    manifest
  yield [form]
  yield ['code', code]
  yield ['edition', edition]
  yield ['built', String(builtAtMs)]
  yield ['gathered', gathered]
  yield ['pending', pending.join(' ')]
  yield ['unchecked', shield(unchecked.join(' '))]
  yield ['found', printJson(found)]
  yield ['summary', printJson(summary)]
  for (const [id, {digest, words}] of manifest.entities)
    yield ['entity', shield(id), digest, shield(words.join(' '))]
  for (const [name, {stamp, sha256}] of manifest.sources)
    yield ['source', shield(name), stamp, sha256]
  for (const known of manifest.articles.values()) yield printArticle(known)
  for (const [name, {sizeBytes, sha256, stamp, output}] of manifest.files)
    yield ['file', shield(name), String(sizeBytes), sha256, stamp, output]
}

function printArticle(known: KnownArticle): string[] {
  const {slug, path, inputs, neighbour, around, uses, place, names, made} = known
  const {pack, offset, indexBytes, bodyBytes, digest} = place
  const span = `${pack} ${offset} ${indexBytes} ${bodyBytes} ${digest}`
  return [
    'article',
    shield(slug),
    shield(path),
    inputs,
    printJson(neighbour),
    shield(uses.join(' ')),
    span,
    shield(names),
    made,
    around,
    String(known.sizeBytes),
    known.counts
  ]
}

/** Fields are parted by tabs, and names of files can hold anything. ASCII takes half the memory when it is read. */
const shield = (text: string): string => text.replace(/[^\x20-\x5B\x5D-\x7E]/g, escaped)
const unshield = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\u([0-9a-f]{4})/g, (_, digits) =>
        String.fromCharCode(Number.parseInt(digits, 16))
      )
    : text
const printJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\x20-\x7E]/g, escaped)
const escaped = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The manifest of the build before; null where there is none, or none that is whole. */
export const readManifest = (path: string): Manifest | null => read(path, parseArticle)

/** The same, but of each article only its files: what else is known of it takes most of the time to read. */
export const readStanding = (path: string): Standing | null =>
  read(path, ([, slug = '', , , , , , names = '', made = '']) => ({
    slug: unshield(slug),
    names: unshield(names),
    made
  }))

type ParseArticle<Known> = (cells: readonly string[]) => Known

function read<Known extends MadeArticle>(path: string, parse: ParseArticle<Known>) {
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  const end = bytes.lastIndexOf('end\t')
  const body = bytes.subarray(0, Math.max(0, end))
  if (bytes.toString('latin1', Math.max(0, end)) !== `end\t${sha256Hex(body)}\n`)
    return null
  const lines = body.toString('latin1').split('\n')
  return lines[0] === form ? parseLines(lines, parse) : null
}

function parseLines<Known extends MadeArticle>(
  lines: readonly string[],
  parse: ParseArticle<Known>
) {
  const single = new Map<string, string>()
  const entities = new Map<string, KnownEntity>()
  const sources = new Map<string, KnownSource>()
  const articles = new Map<string, Known>()
  const files = new Map<string, KnownFile>()
  for (const line of lines) {
    const cells = line.split('\t')
    const [kind = '', name = '', first = '', second = ''] = cells
    if (kind === 'source') sources.set(unshield(name), {stamp: first, sha256: second})
    else if (kind === 'article') {
      const known = parse(cells)
      articles.set(known.slug, known)
    } else if (kind === 'file') {
      const path = unshield(name)
      files.set(path, {
        path,
        sizeBytes: Number(first),
        sha256: second,
        stamp: cells[4] ?? '',
        output: cells[5] ?? ''
      })
    } else if (kind === 'entity')
      entities.set(unshield(name), {digest: first, words: words(unshield(second))})
    else single.set(kind, name)
  }
  return {
    code: single.get('code') ?? '',
    edition: single.get('edition') ?? '',
    builtAtMs: Number(single.get('built')),
    gathered: single.get('gathered') ?? '',
    pending: words(single.get('pending') ?? ''),
    unchecked: words(unshield(single.get('unchecked') ?? '')),
    found: JSON.parse(single.get('found') ?? '[]'),
    summary: JSON.parse(single.get('summary') ?? 'null'),
    entities,
    sources,
    articles,
    files
  }
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '))

function parseArticle(cells: readonly string[]): KnownArticle {
  const [
    ,
    slug = '',
    path = '',
    inputs = '',
    neighbour = '',
    uses = '',
    span = '',
    names = '',
    made = '',
    around = '',
    sizeBytes = '',
    counts = ''
  ] = cells
  const [pack = '', offset, indexBytes, bodyBytes, digest = ''] = span.split(' ')
  return {
    slug: unshield(slug),
    path: unshield(path),
    inputs,
    neighbour: JSON.parse(neighbour || 'null'),
    uses: words(unshield(uses)),
    place: {
      pack,
      offset: Number(offset),
      indexBytes: Number(indexBytes),
      bodyBytes: Number(bodyBytes),
      digest
    },
    names: unshield(names),
    made,
    around,
    sizeBytes: Number(sizeBytes),
    counts
  }
}
