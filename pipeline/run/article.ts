import {createHash} from 'node:crypto'
import {VFile} from 'vfile'
import {annotate} from '../annotate/index.ts'
import {messagesOf, type Report, reportAt, reportTo} from '../diagnostics/report.ts'
import {internalError} from '../diagnostics/run-rules.ts'
import {read} from '../read/index.ts'
import {segment} from '../segment/index.ts'
import type {Authorities, Context} from '../source/types.ts'
import {addLinks} from '../tree/links.ts'
import {relocate} from '../tree/relocate.ts'
import type {Article, CollectionFile, Message, Sidecar} from '../tree/types.ts'
import {checkTree} from '../validate/tree-checks.ts'
import {addExcerpts} from './excerpts.ts'

/** One source with all that is declared about it: everything the chain needs. */
export interface ArticleRecord {
  readonly slug: string
  /** Below `sources/`. */
  readonly path: string
  readonly bytes: Uint8Array
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
    const sha256 = createHash('sha256').update(record.bytes).digest('hex')
    const reading = read({path: record.path, bytes: record.bytes, sha256}, context)
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
