import {createHash} from 'node:crypto'
import {VFile} from 'vfile'
import {annotate} from '../../pipeline/annotate/index.ts'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {extractPage} from '../../pipeline/extract/index.ts'
import {around} from '../../pipeline/extract/page.ts'
import {readPage} from '../../pipeline/read/html.ts'
import {segment} from '../../pipeline/segment/index.ts'
import type {Context} from '../../pipeline/source/types.ts'
import {addLinks} from '../../pipeline/tree/links.ts'
import {relocate} from '../../pipeline/tree/relocate.ts'
import type {Article, Message} from '../../pipeline/tree/types.ts'
import {checkTree} from '../../pipeline/validate/tree-checks.ts'

/** What the steps behind the choice of lines make of a page whose `<article>` is the article, whatever it says. */
export function treeOfMarked(html: string): {
  article: Article
  messages: Message[]
  /** Every line that the page shows. */
  lines: string[]
} {
  const page = extractPage(html)
  const isOwn = page.lines.map((line) =>
    [...around(line.block)].some(({tag}) => tag === 'article')
  )
  const reasons = page.reasons.map((reason, n) =>
    reason === 'headline' ? reason : isOwn[n] ? null : (reason ?? 'page-furniture')
  )
  const facts = page.facts.filter(
    ({printed}) => !printed || reasons[printed.line] === 'headline'
  )
  const {unsafe: _, ...read} = readPage({...page, reasons, facts})
  const file = new VFile({path: 'press/page.html'})
  const report = reportTo(file)
  const context: Context = {
    slug: 'page',
    collection: {id: 'press'},
    sidecar: {},
    authorities: {entities: [], byId: new Map()},
    report
  }
  const source = {
    path: file.path,
    mediaType: 'text/html',
    sha256: createHash('sha256').update(html).digest('hex'),
    bytes: html.length,
    encoding: 'utf-8',
    newline: 'lf' as const,
    lines: html.split('\n').length,
    setAside: []
  }
  const meant = annotate(segment({...read, source}, context), read.text, context)
  const linked = addLinks(meant, read.links ?? [], read.at)
  const article = read.origin ? relocate(linked, read.origin) : linked
  checkTree(article, html, report)
  return {article, messages: messagesOf(file), lines: page.lines.map(({text}) => text)}
}
