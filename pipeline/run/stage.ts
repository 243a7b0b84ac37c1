import {VFile} from 'vfile'
import {validateRecord, validateSidecar} from '#validators'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {badRecord} from '../diagnostics/run-rules.ts'
import {wordSchemaError} from '../diagnostics/schema-errors.ts'
import type {Authorities} from '../source/types.ts'
import type {Article, Message, Sidecar, StageRecord} from '../tree/types.ts'
import {findUnprintable} from '../tree/unprintable.ts'
import {processArticle} from './article.ts'
import {cappedLines} from './capped-lines.ts'
import {sha256Hex} from './digests.ts'

export interface StageStreams {
  readonly input: AsyncIterable<string | Uint8Array>
  /** @returns false where the reader is slower and `drained` should be awaited */
  write(line: string): boolean
  drained(): Promise<void>
}

/** Bytes of a line at most, where nobody says: the largest source, each character of it escaped. */
const usualLine = 64 << 20

interface StageResult {
  readonly id: string | null
  readonly article: Article | null
  readonly messages: readonly Message[]
}

/**
 * One record a line in, one result a line out, in the same order; a bad line gives a result without
 * an article. @param mostBytes of a line, longer ones are refused. A result depends on its line alone, not on where the line stands: shards and clusters give the same.
 */
export async function runStage(
  streams: StageStreams,
  authorities: Authorities,
  mostBytes = usualLine
): Promise<void> {
  for await (const line of cappedLines(streams.input, mostBytes)) {
    const result =
      'text' in line
        ? stageLine(line.text, authorities)
        : reject(readId(line.start), line.problem)
    if (!streams.write(`${JSON.stringify(result)}\n`)) await streams.drained()
  }
}

function stageLine(line: string, authorities: Authorities): StageResult {
  const record = parseRecord(line)
  if (typeof record === 'string') return reject(readId(line), record)
  if (record.text === undefined && record.html === undefined) {
    return reject(record.id, '`text` is missing')
  }
  const sidecar: unknown = record.sidecar ?? {}
  if (!isSidecar(sidecar)) {
    const [error] = validateSidecar.errors ?? []
    return reject(
      record.id,
      error ? `sidecar: ${wordSchemaError(error).problem}` : 'sidecar'
    )
  }
  const unprintable = findUnprintable(sidecar)
  if (unprintable) {
    const {path, code} = unprintable
    return reject(record.id, `sidecar: \`${path.join('.')}\` holds ${code}`)
  }
  const {id} = record
  const slug = sidecar.slug ?? id
  const bytes = new TextEncoder().encode(record.text ?? record.html)
  const result = processArticle({
    slug: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(slug) ? slug : 'article',
    path: `${record.id}.${record.text === undefined ? 'html' : 'txt'}`,
    bytes,
    sha256: sha256Hex(bytes),
    collection: {id: record.collection ?? 'stage'},
    sidecar: {...(record.url ? {url: record.url} : {}), ...sidecar},
    authorities
  })
  return {id: record.id, ...result}
}

function parseRecord(line: string): StageRecord | string {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch (error) {
    return error instanceof Error ? error.message : 'no JSON'
  }
  if (isRecord(data)) return data
  const [error] = validateRecord.errors ?? []
  return error ? wordSchemaError(error).problem : 'no record'
}

const isRecord = (data: unknown): data is StageRecord => validateRecord(data)
const isSidecar = (data: unknown): data is Sidecar => validateSidecar(data)

function readId(line: string): string | null {
  return /"id"\s*:\s*"([^"\\]{1,200})"/u.exec(line)?.[1] ?? null
}

function reject(id: string | null, problem: string): StageResult {
  const file = new VFile({path: 'stage'})
  reportTo(file)(badRecord, {problem})
  return {id, article: null, messages: messagesOf(file)}
}
