import {validateRecord, validateSidecar} from '#validators'
import {wordSchemaError} from '../diagnostics/schema-errors.ts'
import type {Authorities} from '../source/types.ts'
import type {Sidecar, StageRecord} from '../tree/types.ts'
import {findUnprintable} from '../tree/unprintable.ts'
import {processArticle} from './article.ts'
import {sha256Hex} from './digests.ts'
import {readId, reject, type StageResult, type Stager} from './stage.ts'

/** Makes results in this thread. */
export const stageWith =
  (authorities: Authorities): Stager =>
  (line) =>
    JSON.stringify(stageLine(line, authorities))

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
