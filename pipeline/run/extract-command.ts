import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {noAuthorities} from '../source/authorities.ts'
import {loadAuthorities} from '../source/load.ts'
import type {Message} from '../tree/types.ts'
import {type FormatName, formats, isFormat} from '../write/formats.ts'
import {addressOf, existing, outFolder, UsageError} from './arguments.ts'
import {type ExtractRequest, extractAll, isBatch} from './extract.ts'
import {type ExtractionFlags, extractionOf, languagesOf} from './extraction-flags.ts'
import {type Loudness, say} from './say.ts'
import {suggest} from './suggest.ts'

/** Options of `warraq extract`, as they are typed. */
export interface ExtractFlags extends ExtractionFlags, Loudness {
  readonly format?: string | undefined
  readonly out?: string | undefined
  readonly url?: string | undefined
  readonly authorities?: string | undefined
  readonly 'files-from'?: string | undefined
  readonly deduplicate?: boolean | undefined
  readonly 'no-metadata'?: boolean | undefined
  readonly json?: boolean | undefined
}

/**
 * `warraq extract`: articles to standard output or, with `--out`, one file each; messages to standard error.
 * @returns exit status: 1 where a source cannot be read
 */
export async function runExtract(paths: string[], flags: ExtractFlags): Promise<number> {
  const format = formatOf(flags.format ?? 'json')
  const out = flags.out && outFolder(flags.out)
  const named = [...paths, ...listedIn(flags['files-from'])]
  const wanted = named.map((path) => (path === '-' ? path : existing(path)))
  const {request, messages} = requestOf(wanted, format, flags)
  const isJoined = !out && isBatch(wanted)
  // Of a format whose articles cannot stand behind each other nothing is printed before it is known that there is one.
  const waits = isJoined && format !== 'json' && format !== 'csv'
  const held: string[] = []
  for await (const each of extractAll(request, isJoined)) {
    messages.push(...each.result.messages)
    if (each.printed === null) continue
    const name = `${each.result.id}.${formats[format].ending}`
    if (out) writeInto(out, name, each.printed)
    else if (waits) held.push(each.printed)
    else process.stdout.write(each.printed)
  }
  for (const text of held) process.stdout.write(text)
  const place = dirname(wanted[0] ?? '.')
  if (flags.json) process.stderr.write(`${JSON.stringify({messages})}\n`)
  else say(messages, flags, place)
  return messages.some(({severity}) => severity === 'error') ? 1 : 0
}

function formatOf(name: string): FormatName {
  if (isFormat(name)) return name
  const known = Object.keys(formats)
  const meant = suggest(name, known)
  throw new UsageError(
    `unknown format \`${name}\`.${meant ? ` Did you mean \`${meant}\`?` : ` There are ${known.join(', ')}.`}`
  )
}

/** Paths of a list, one a line; `-` is standard input. @throws UsageError where it names none */
function listedIn(list: string | undefined): string[] {
  if (list === undefined) return []
  const text = readFileSync(list === '-' ? 0 : existing(list), 'utf8')
  const paths = text.split(/\r?\n/u).filter(Boolean)
  if (paths.length === 0) throw new UsageError(`the list \`${list}\` names no file.`)
  return paths
}

function requestOf(
  paths: readonly string[],
  format: FormatName,
  flags: ExtractFlags
): {request: ExtractRequest; messages: Message[]} {
  const {authorities, messages} = flags.authorities
    ? loadAuthorities(existing(flags.authorities))
    : {authorities: noAuthorities, messages: []}
  const url = flags.url === undefined ? undefined : addressOf(flags.url)
  if (url !== undefined && isBatch(paths))
    throw new UsageError('`--url` is the address of one page: name one, or none.')
  const isBare = flags['no-metadata'] ?? false
  if (isBare && format !== 'text' && format !== 'markdown')
    throw new UsageError(
      '`--no-metadata` is of `--format text` and `--format markdown`; the others hold the whole article.'
    )
  const request = {
    paths,
    format,
    languages: languagesOf(flags),
    isDistinct: flags.deduplicate ?? false,
    isBare,
    authorities,
    collection: {extraction: extractionOf(flags)},
    standardInput: readInput,
    ...(url ? {url} : {})
  }
  return {request, messages: [...messages]}
}

async function readInput(): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece))
  return new Uint8Array(Buffer.concat(pieces))
}

function writeInto(folder: string, name: string, text: string): void {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, name), text)
}
