import {existsSync, readFileSync} from 'node:fs'
import type {Message} from '../tree/types.ts'
import type {Neighbour} from '../write/sequence.ts'
import {sha256Hex} from './digests.ts'
import {disk} from './disk.ts'
import type {Place} from './pack.ts'
import type {Stamp} from './stamp.ts'
import type {MadeFile} from './write-files.ts'

/** What is remembered of a file or folder of the sources. */
export interface KnownSource {
  readonly stamp: Stamp
  /** Of its bytes; empty for what was not read. */
  readonly sha256: string
}

/** What is remembered of a source that was processed. */
export interface KnownArticle {
  readonly slug: string
  readonly path: string
  /** Digest of everything that went in but the authority file. */
  readonly inputs: string
  /** How others name it; null where it was refused. */
  readonly neighbour: Neighbour | null
  /** Digest of what stands before and after it. */
  readonly around: string
  /** Ids of the authority file that it refers to. */
  readonly uses: readonly string[]
  readonly place: Place
  /** Files below its folder, separated by a bar; empty where it was refused. */
  readonly names: string
  /** Digest of their stamps. */
  readonly made: string
  readonly sizeBytes: number
  /** Errors, warnings and notes about it, parted by spaces. */
  readonly counts: string
}

/** A file of the whole edition, with its stamp. */
export interface KnownFile extends MadeFile {
  readonly stamp: Stamp
}

/** An entity of the authority file: the digest of all that is known, and the words of its names. */
export interface KnownEntity {
  readonly digest: string
  readonly words: readonly string[]
}

/** What a build says when nothing changed. */
export interface Summary {
  readonly articles: number
  readonly files: number
  readonly sizeBytes: number
  readonly counts: {
    readonly error: number
    readonly warning: number
    readonly info: number
  }
}

/** What a build remembers of the one before it. */
export interface Manifest {
  /** The program, and what else every output depends on. */
  readonly code: string
  /** Digest of what edition.yaml and the command line say. */
  readonly edition: string
  /** Instant the build began, on the clock of the file system. */
  readonly builtAtMs: number
  /** Digest of everything that the files of the whole edition are made from: of what is declared, of the articles. */
  readonly gathered: string
  /** Outputs whose files of the whole edition are older than the articles. */
  readonly pending: readonly string[]
  /** Slugs of articles and paths of pages that no build has checked; `*` for all. */
  readonly unchecked: readonly string[]
  /** What is wrong with the edition as a whole. */
  readonly found: readonly Message[]
  readonly summary: Summary
  readonly entities: ReadonlyMap<string, KnownEntity>
  readonly sources: ReadonlyMap<string, KnownSource>
  readonly articles: ReadonlyMap<string, KnownArticle>
  readonly files: ReadonlyMap<string, KnownFile>
}

/** Changes when the form of the manifest or of a pack does. */
const form = 'warraq manifest 2'

/** Replaces the manifest in one step. */
export function writeManifest(path: string, manifest: Manifest): void {
  const text = printManifest(manifest)
  disk.write(`${path}.new`, `${text}end\t${sha256Hex(text)}\n`)
  disk.move(`${path}.new`, path)
}

function printManifest(manifest: Manifest): string {
  const {code, edition, builtAtMs, gathered, pending, unchecked, found, summary} =
    manifest
  const lines = [
    [form],
    ['code', code],
    ['edition', edition],
    ['built', String(builtAtMs)],
    ['gathered', gathered],
    ['pending', pending.join(' ')],
    ['unchecked', shield(unchecked.join(' '))],
    ['found', shield(JSON.stringify(found))],
    ['summary', JSON.stringify(summary)]
  ]
  for (const [id, {digest, words}] of manifest.entities)
    lines.push(['entity', id, digest, words.join(' ')])
  for (const [name, {stamp, sha256}] of manifest.sources)
    lines.push(['source', shield(name), stamp, sha256])
  for (const [slug, known] of manifest.articles) {
    const {path, inputs, neighbour, around, uses, place, names, made} = known
    const {pack, offset, indexBytes, bodyBytes, digest} = place
    const span = `${pack} ${offset} ${indexBytes} ${bodyBytes} ${digest}`
    lines.push([
      'article',
      slug,
      shield(path),
      inputs,
      shield(JSON.stringify(neighbour)),
      uses.join(' '),
      span,
      shield(names),
      made,
      around,
      String(known.sizeBytes),
      known.counts
    ])
  }
  for (const [name, {sizeBytes, sha256, stamp, output}] of manifest.files)
    lines.push(['file', shield(name), String(sizeBytes), sha256, stamp, output])
  return lines.map((line) => `${line.join('\t')}\n`).join('')
}

/** Fields are parted by tabs, and names of files can hold anything. */
const shield = (text: string): string =>
  /[\\\t\n]/u.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
    : text
const unshield = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(.)/gu, (_, letter) =>
        letter === 't' ? '\t' : letter === 'n' ? '\n' : letter
      )
    : text

/** The manifest of the build before; null where there is none, or none that is whole. */
export function readManifest(path: string): Manifest | null {
  if (!existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  const end = text.lastIndexOf('end\t')
  const body = text.slice(0, Math.max(0, end))
  if (text.slice(end) !== `end\t${sha256Hex(body)}\n`) return null
  const lines = body.split('\n')
  return lines[0] === form ? parseLines(lines) : null
}

function parseLines(lines: readonly string[]): Manifest {
  const single = new Map<string, string>()
  const entities = new Map<string, KnownEntity>()
  const sources = new Map<string, KnownSource>()
  const articles = new Map<string, KnownArticle>()
  const files = new Map<string, KnownFile>()
  for (const line of lines) {
    const cells = line.split('\t')
    const [kind = '', name = '', first = '', second = ''] = cells
    if (kind === 'source') sources.set(unshield(name), {stamp: first, sha256: second})
    else if (kind === 'article') articles.set(name, parseArticle(cells))
    else if (kind === 'file') {
      const path = unshield(name)
      files.set(path, {
        path,
        sizeBytes: Number(first),
        sha256: second,
        stamp: cells[4] ?? '',
        output: cells[5] ?? ''
      })
    } else if (kind === 'entity')
      entities.set(name, {digest: first, words: words(second)})
    else single.set(kind, name)
  }
  return {
    code: single.get('code') ?? '',
    edition: single.get('edition') ?? '',
    builtAtMs: Number(single.get('built')),
    gathered: single.get('gathered') ?? '',
    pending: words(single.get('pending') ?? ''),
    unchecked: words(unshield(single.get('unchecked') ?? '')),
    found: JSON.parse(unshield(single.get('found') ?? '[]')),
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
    slug,
    path: unshield(path),
    inputs,
    neighbour: JSON.parse(unshield(neighbour) || 'null'),
    uses: words(uses),
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
