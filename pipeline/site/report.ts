import {harmless} from '../diagnostics/format.ts'
import {isWanted} from '../source/selection.ts'
import type {Edition, Result} from '../source/types.ts'
import {printedText} from '../tree/facts.ts'
import type {Article, Message} from '../tree/types.ts'
import {leaves, textBlocks, turns} from '../tree/walk.ts'
import type {Output, OutputFile} from '../write/output.ts'
import {titleOf} from './about.ts'
import {type Html, html} from './html.ts'
import {document} from './shell.ts'
import {count, editionInterface, type Interface, number} from './words.ts'

/** What became of one source. */
export interface SourceReport {
  readonly id: string
  readonly path: string
  readonly published: boolean
  readonly title?: string
  readonly paragraphs?: number
  readonly turns?: number
  /** Characters that are not white space: those of the article, those set aside with a reason. */
  readonly characters?: {readonly article: number; readonly setAside: number}
}

/** What became of each source is kept from build to build. */
export const buildReport: Output<SourceReport> = {name: 'report', part: sourceReport}

/** What is known of a source when the report is made. */
interface Reported {
  readonly messages: readonly Message[]
  readonly part: SourceReport
}

/**
 * What the build found: every message, and what became of each source; as a page and as JSON. Made
 * after all checks, so that it has theirs too.
 * @param found messages about the edition as a whole
 */
export async function* reportPages(
  results: AsyncIterable<Reported>,
  edition: Edition,
  found: readonly Message[]
): AsyncIterable<OutputFile> {
  const sources: SourceReport[] = []
  const messages: Message[] = [...found]
  for await (const result of results) {
    sources.push(result.part)
    messages.push(...result.messages)
  }
  const counts = countSeverities(messages)
  yield {
    path: 'report/report.json',
    bytes: `${JSON.stringify({...counts, sources, messages}, null, 1)}\n`
  }
  if (isWanted(edition, 'site'))
    yield {path: 'report/index.html', bytes: render({sources, messages}, edition)}
}

function countSeverities(messages: readonly Message[]) {
  const count = (severity: Message['severity']): number =>
    messages.filter((message) => message.severity === severity).length
  return {errors: count('error'), warnings: count('warning'), notes: count('info')}
}

function sourceReport({id, path, article}: Result): SourceReport {
  if (!article) return {id, path, published: false}
  return {
    id,
    path,
    published: true,
    title: titleOf(article),
    paragraphs: article.children.filter((child) => child.type === 'paragraph').length,
    turns: turns(article).length,
    characters: {
      article: inkOf(article),
      setAside: article.source.setAside.reduce((sum, {value}) => sum + ink(value), 0)
    }
  }
}

const ink = (text: string): number => text.replace(/\s+/gu, '').length

/** Characters of leaves, labels and stated facts. */
function inkOf(article: Article): number {
  let count = 0
  for (const block of textBlocks(article))
    for (const leaf of leaves(block.children)) count += ink(leaf.value)
  for (const {label} of turns(article)) {
    if (label) count += ink(`${label.before ?? ''}${label.value}${label.after ?? ''}`)
  }
  for (const fact of Object.values(article.metadata).flat())
    if (fact.basis === 'stated') count += ink(printedText(fact) ?? '')
  return count
}

function render(
  {sources, messages}: {sources: readonly SourceReport[]; messages: readonly Message[]},
  edition: Edition
): string {
  const ui = editionInterface(edition)
  const {words} = ui
  const {errors, warnings, notes} = countSeverities(messages)
  return document({
    path: 'report/index.html',
    title: words.reportTitle,
    description: words.reportIntro,
    ui,
    edition,
    current: 'report',
    above: [],
    main: html`<div class="page">
<header class="top"><h1>${words.reportTitle}</h1><p class="lede">${words.reportIntro}</p></header>
<p class="as"><span>${words.pageAs}</span> <a href="report.json">JSON</a></p>
<dl class="figures">${(
      [
        [words.error, errors],
        [words.warning, warnings],
        [words.info, notes],
        [words.sources, sources.length]
      ] as const
    ).map(
      ([term, value]) => html`<div><dt>${term}</dt><dd>${number(value, ui)}</dd></div>`
    )}</dl>
<section><h2>${words.sources}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.sources}"><table>
<thead><tr>${[words.file, words.paragraphs, words.turns, words.characters, words.setAside].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${sources.map((source) => sourceRow(source, ui))}</tbody></table></div></section>
<section class="found" aria-labelledby="messages"><h2 id="messages">${words.messages}</h2>
${messages.length === 0 ? html`<p>${words.noMessages}</p>` : html`${filter(messages, ui)}<ol class="messages" role="list">\n${messages.slice(0, listed).map((message) => messageItem(message, ui))}</ol>`}
${messages.length > listed && html`<p class="more"><a href="report.json">${count('more', messages.length - listed, ui)}</a></p>`}</section>
</div>`
  })
}

/** Messages that the page lists; the JSON beside it has all of them. */
const listed = 2000

/** Shows one kind of message alone; it is done by the style, without a script. */
function filter(messages: readonly Message[], ui: Interface): Html {
  const {words} = ui
  const kinds = (['error', 'warning', 'info'] as const).filter((kind) =>
    messages.some(({severity}) => severity === kind)
  )
  const choice = (id: string, word: string, amount: number, isOn = false): Html =>
    html`<label><input type="radio" name="show" id="show-${id}"${isOn && html` checked`}> ${word} <small>${number(amount, ui)}</small></label>`
  return html`<fieldset class="filter"><legend>${words.filterMessages}</legend>${choice('all', words.filterAll, messages.length, true)}${kinds.map((kind) => choice(kind, words[kind], messages.filter(({severity}) => severity === kind).length))}</fieldset>
`
}

function sourceRow(source: SourceReport, ui: Interface): Html {
  const {words} = ui
  const path = html`<bdi dir="ltr"><code>${source.path}</code></bdi>`
  if (!source.published)
    return html`<tr><th scope="row">${path}</th><td colspan="4">${words.refused}</td></tr>\n`
  return html`<tr><th scope="row"><a href="../articles/${source.id}/index.html">${path}</a></th><td>${source.paragraphs}</td><td>${source.turns}</td><td>${number(source.characters?.article ?? 0, ui)}</td><td>${number(source.characters?.setAside ?? 0, ui)}</td></tr>\n`
}

function messageItem(message: Message, {words}: Interface): Html {
  const {rule, severity, file, line, column, excerpt, fix} = message
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return html`<li class="${severity}" lang="en" dir="ltr"><p><b>${words[severity]}</b> ${place && html`<code>${harmless(place)}</code> `}${harmless(message.message)} <code class="rule">${rule}</code></p>
${excerpt !== undefined && html`<pre tabindex="0" dir="auto">${harmless(excerpt)}</pre>`}<p class="fix">${harmless(fix)}</p></li>
`
}
