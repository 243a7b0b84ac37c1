import {VFile} from 'vfile'
import {annotate} from '../annotate/index.ts'
import {messagesOf, type Report, reportAt, reportTo} from '../diagnostics/report.ts'
import {internalError} from '../diagnostics/run-rules.ts'
import {read} from '../read/index.ts'
import {segment} from '../segment/index.ts'
import type {UnpackedFrom} from '../source/byte-source.ts'
import type {Authorities, Context} from '../source/types.ts'
import {addLinks} from '../tree/links.ts'
import {relocate} from '../tree/relocate.ts'
import type {Article, CollectionFile, Message, Sidecar} from '../tree/types.ts'
import {checkTree} from '../validate/tree-checks.ts'
import {addExcerpts} from './excerpts.ts'
import {sha256Of} from './sha256.ts'

/** One source with all that is declared about it: everything the chain needs. */
export interface ArticleRecord {
  readonly slug: string
  /** Below `sources/`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Of the bytes, in hexadecimal; worked out where whoever has the bytes does not give it. */
  readonly sha256?: string
  /** What is stated of bytes that were unpacked. */
  readonly unpacked?: UnpackedFrom
  readonly collection: CollectionFile & {readonly id: string}
  readonly sidecar: Sidecar
  readonly authorities: Authorities
}

/** The chain: read → segment → annotate → validate. A pure function of its record. */
export function processArticle(record: ArticleRecord): {
  article: Article | null
  messages: Message[]
} {
  const file = new VFile({path: record.path})
  const report = reportTo(file)
  let text = ''
  let article: Article | null = null
  try {
    const context: Context = {...record, report}
    const sha256 = record.sha256 ?? sha256Of(record.bytes)
    const reading = read({...record, sha256}, context)
    if (reading) {
      const {origin} = reading
      text = origin?.text ?? reading.text
      const inside = {...context, report: reportAt(report, origin)}
      const meant = annotate(segment(reading, inside), reading.text, inside)
      const linked = addLinks(meant, reading.links ?? [], reading.at)
      article = origin ? relocate(linked, origin) : linked
      checkTree(article, text, report)
    }
  } catch (error) {
    article = null
    reportFault(report, error)
  }
  if (file.messages.some((message) => message.fatal)) article = null
  return {article, messages: addExcerpts(messagesOf(file), text, record.path)}
}

/** A bug of ours ends this article, never the build. */
export function reportFault(report: Report, error: unknown): void {
  report(internalError, {what: error instanceof Error ? error.message : String(error)})
}
