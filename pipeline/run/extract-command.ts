import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {noAuthorities} from '../source/authorities.ts'
import {loadAuthorities} from '../source/load.ts'
import type {Message} from '../tree/types.ts'
import {type FormatName, formats, isFormat} from '../write/formats.ts'
import {existing, outFolder, UsageError} from './arguments.ts'
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
  readonly json?: boolean | undefined
}

/**
 * `warraq extract`: articles to standard output or, with `--out`, one file each; messages to standard error.
 * @returns exit status: 1 where a source cannot be read
 */
export async function runExtract(paths: string[], flags: ExtractFlags): Promise<number> {
  const format = formatOf(flags.format ?? 'json')
  const out = flags.out && outFolder(flags.out)
  const wanted = paths.map((path) => (path === '-' ? path : existing(path)))
  const {request, messages} = requestOf(wanted, format, flags)
  for await (const each of extractAll(request, !out && isBatch(wanted))) {
    messages.push(...each.result.messages)
    if (each.printed === null) continue
    const name = `${each.result.id}.${formats[format].ending}`
    if (out) writeInto(out, name, each.printed)
    else process.stdout.write(each.printed)
  }
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

function requestOf(
  paths: readonly string[],
  format: FormatName,
  flags: ExtractFlags
): {request: ExtractRequest; messages: Message[]} {
  const {authorities, messages} = flags.authorities
    ? loadAuthorities(existing(flags.authorities))
    : {authorities: noAuthorities, messages: []}
  const request = {
    paths,
    format,
    languages: languagesOf(flags),
    authorities,
    collection: {extraction: extractionOf(flags)},
    standardInput: readInput,
    ...(flags.url ? {url: flags.url} : {})
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
