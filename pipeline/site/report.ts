import {harmless} from '../diagnostics/format.ts'
import {isWanted} from '../source/selection.ts'
import type {Edition, Result} from '../source/types.ts'
import {statedText} from '../tree/facts.ts'
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
 * after all checks, so that it has theirs too. The page shows so many of each; the JSON has all.
 * @param results are read several times, so that none is held
 * @param found messages about the edition as a whole
 */
export async function* reportPages(
  results: AsyncIterable<Reported>,
  edition: Edition,
  found: readonly Message[]
): AsyncIterable<OutputFile> {
  const glance = await glanceAt(results, found)
  yield* printReport(glance.counts, {results, found})
  if (isWanted(edition, 'site'))
    yield {path: 'report/index.html', bytes: render(glance, edition)}
}

/** Sources and messages that the page lists; the JSON beside it has all of them. */
const listed = 2000

/** What the page shows. */
interface Glance {
  readonly counts: Readonly<Record<'errors' | 'warnings' | 'notes' | 'sources', number>>
  /** Where they are too many, those that were refused come first. */
  readonly sources: readonly SourceReport[]
  readonly messages: readonly Message[]
}

async function glanceAt(
  results: AsyncIterable<Reported>,
  found: readonly Message[]
): Promise<Glance> {
  const counts = {errors: 0, warnings: 0, notes: 0, sources: 0}
  const messages: Message[] = []
  const first: SourceReport[] = []
  const refused: SourceReport[] = []
  const include = (some: readonly Message[]): void => {
    for (const {severity} of some) counts[plurals[severity]]++
    messages.push(...some.slice(0, listed - messages.length))
  }
  include(found)
  for await (const {part, messages: own} of results) {
    counts.sources++
    if (first.length < listed) first.push(part)
    if (!part.published && refused.length < listed) refused.push(part)
    include(own)
  }
  const sources =
    counts.sources <= listed
      ? first
      : [...refused, ...first.filter(({published}) => published)].slice(0, listed)
  return {counts, sources, messages}
}

const plurals = {error: 'errors', warning: 'warnings', info: 'notes'} as const

/** In pieces: there may be more than a text can hold. */
async function* printReport(
  {errors, warnings, notes}: Glance['counts'],
  {results, found}: {results: AsyncIterable<Reported>; found: readonly Message[]}
): AsyncIterable<OutputFile> {
  const path = 'report/report.json'
  const head = `{\n "errors": ${errors},\n "warnings": ${warnings},\n "notes": ${notes}`
  yield {path, bytes: `${head},\n "sources": `}
  yield* printList(
    path,
    map(results, ({part}) => [part])
  )
  yield {path, bytes: ',\n "messages": '}
  yield* printList(
    path,
    all(
      found,
      map(results, ({messages}) => messages)
    )
  )
  yield {path, bytes: '\n}\n'}
}

async function* map<Item, Made>(
  items: AsyncIterable<Item>,
  make: (item: Item) => Made
): AsyncIterable<Made> {
  for await (const item of items) yield make(item)
}

async function* all<Item>(first: Item, others: AsyncIterable<Item>): AsyncIterable<Item> {
  yield first
  yield* others
}

/** A list in a list of properties, as `JSON.stringify` indents it by one. */
async function* printList(
  path: string,
  batches: AsyncIterable<readonly object[]>
): AsyncIterable<OutputFile> {
  let isEmpty = true
  for await (const batch of batches) {
    const items = batch.map((item) =>
      JSON.stringify(item, null, 1).replaceAll('\n', '\n  ')
    )
    if (items.length === 0) continue
    yield {path, bytes: `${isEmpty ? '[' : ','}\n  ${items.join(',\n  ')}`}
    isEmpty = false
  }
  yield {path, bytes: isEmpty ? '[]' : '\n ]'}
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
    if (fact.basis === 'stated') count += ink(statedText(fact) ?? '')
  return count
}

function render({counts, sources, messages}: Glance, edition: Edition): string {
  const ui = editionInterface(edition)
  const {words} = ui
  const {errors, warnings, notes} = counts
  const total = errors + warnings + notes
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
        [words.sources, counts.sources]
      ] as const
    ).map(
      ([term, value]) => html`<div><dt>${term}</dt><dd>${number(value, ui)}</dd></div>`
    )}</dl>
<section><h2>${words.sources}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.sources}"><table>
<thead><tr>${[words.file, words.paragraphs, words.turns, words.characters, words.setAside].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${sources.map((source) => sourceRow(source, ui))}</tbody></table></div>${moreThan(sources.length, counts.sources, ui)}</section>
<section class="found" aria-labelledby="messages"><h2 id="messages">${words.messages}</h2>
${total === 0 ? html`<p>${words.noMessages}</p>` : html`${filter(counts, ui)}<ol class="messages" role="list">\n${messages.map((message) => messageItem(message, ui))}</ol>`}
${moreThan(messages.length, total, ui)}</section>
</div>`
  })
}

/** Leads to those that the page does not list. */
const moreThan = (shown: number, total: number, ui: Interface): Html | false =>
  total > shown &&
  html`<p class="more"><a href="report.json">${count('more', total - shown, ui)}</a></p>`

/** Shows one kind of message alone; it is done by the style, without a script. */
function filter(counts: Glance['counts'], ui: Interface): Html {
  const {words} = ui
  const kinds = (['error', 'warning', 'info'] as const).filter(
    (kind) => counts[plurals[kind]] > 0
  )
  const choice = (id: string, word: string, amount: number, isOn = false): Html =>
    html`<label><input type="radio" name="show" id="show-${id}"${isOn && html` checked`}> ${word} <small>${number(amount, ui)}</small></label>`
  const {errors, warnings, notes} = counts
  return html`<fieldset class="filter"><legend>${words.filterMessages}</legend>${choice('all', words.filterAll, errors + warnings + notes, true)}${kinds.map((kind) => choice(kind, words[kind], counts[plurals[kind]]))}</fieldset>
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
