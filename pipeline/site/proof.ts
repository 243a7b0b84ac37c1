import type {Edition} from '../source/types.ts'
import type {Article, Message} from '../tree/types.ts'
import {legible} from '../tree/unprintable.ts'
import type {Output, Surroundings} from '../write/output.ts'
import {titleOf} from './about.ts'
import {collectionSteps} from './crumbs.ts'
import {type Html, html} from './html.ts'
import {
  type Piece,
  type ProofLine,
  proofFile,
  proofOf,
  type Span,
  type SpanKind
} from './proof-spans.ts'
import {document} from './shell.ts'
import {fill, type Interface, interfaceFor, number} from './words.ts'

/** The source of an article beside what became of it, so that a person can read proof in a minute. */
export const proofPage: Output = {
  name: 'proof',
  article: (article, edition, around) => {
    const {spans, pages} = proofOf(article)
    const sheet = {
      article,
      edition,
      spans,
      pages,
      ui: interfaceFor(article.language, edition),
      messages: around?.messages ?? []
    }
    return pages.map((_, n) => ({
      path: `articles/${article.id}/proof/${proofFile(n)}`,
      bytes: render(sheet, n)
    }))
  }
}

interface Sheet {
  readonly article: Article
  readonly edition: Edition
  readonly spans: readonly Span[]
  readonly pages: readonly ProofLine[][]
  readonly ui: Interface
  readonly messages: Surroundings['messages']
}

function render(sheet: Sheet, n: number): string {
  const {article, edition, ui, pages, spans} = sheet
  const {words} = ui
  const title = fill(words.proofTitle, titleOf(article))
  const navigation = pager(sheet, n)
  return document({
    path: `articles/${article.id}/proof/${proofFile(n)}`,
    title: pages.length > 1 ? `${title} (${n + 1}/${pages.length})` : title,
    ui,
    edition,
    above: [
      ...collectionSteps(article.collection, ui, edition),
      {name: titleOf(article), path: `articles/${article.id}/index.html`}
    ],
    head: html`<meta name="robots" content="noindex">\n`,
    main: html`<div class="page proof">
<header class="top"><p class="kicker"><a href="../index.html"><bdi>${words.backToArticle}</bdi></a> <bdi dir="ltr"><code>${article.source.path}</code></bdi></p>
<h1>${words.proof}: <bdi lang="${article.language}">${titleOf(article)}</bdi></h1>
<p class="lede">${words.proofIntro}${article.source.mediaType === 'text/html' && ` ${words.gapNote}`}</p></header>
${n === 0 && legend(spans, ui)}${n === 0 && unplaced(sheet)}${navigation}
<ol class="lines" role="list" aria-label="${words.source}">
${(pages[n] ?? []).map((line, at) => row(line, pages[n]?.[at - 1], sheet))}</ol>
${navigation}</div>`
  })
}

const kinds: readonly (readonly [SpanKind, keyof Interface['words']])[] = [
  ['fact', 'kindFact'],
  ['heading', 'kindHeading'],
  ['text', 'kindText'],
  ['label', 'kindLabel'],
  ['stage', 'kindStage'],
  ['quotation', 'kindQuotation'],
  ['mention', 'kindMention'],
  ['date', 'kindDate'],
  ['aside', 'kindSetAside']
]

const wordOf = (kind: SpanKind, {words}: Interface): string => {
  const found = kinds.find(([each]) => each === kind)
  return String(found ? words[found[1]] : kind)
}

const ink = (text: string): number => text.replace(/\s+/gu, '').length

/** Each mark with the number of characters that have it: the sum is the source. */
function legend(spans: readonly Span[], ui: Interface): Html {
  const sums = new Map<SpanKind, number>()
  for (const {kind, value} of spans) sums.set(kind, (sums.get(kind) ?? 0) + ink(value))
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0)
  return html`<section aria-labelledby="legend"><h2 id="legend">${ui.words.legend}</h2>
<ul class="legend" role="list">${kinds
    .filter(([kind]) => sums.has(kind))
    .map(
      ([kind]) =>
        html`<li><span class="k-${kind}">${wordOf(kind, ui)}</span> <small>${number(sums.get(kind) ?? 0, ui)}</small></li>`
    )}</ul>
<p class="total">${ui.words.ink}: <b>${number(total, ui)}</b></p></section>
`
}

/** Messages about the source as a whole. */
function unplaced({messages, ui}: Sheet): Html | null {
  const whole = messages.filter(({line}) => line === undefined)
  return whole.length === 0
    ? null
    : html`<section aria-labelledby="whole"><h2 id="whole">${ui.words.messages}</h2>\n${whole.map((message) => note(message, ui))}</section>\n`
}

const note = ({rule, severity, message}: Message, {words, tag}: Interface): Html =>
  html`<p class="remark ${severity}" lang="en" dir="ltr"><b lang="${tag}">${words[severity]}</b> ${message} <code>${rule}</code></p>`

function pager({pages, ui}: Sheet, n: number): Html | null {
  if (pages.length < 2) return null
  const {words} = ui
  return html`<nav class="pager" aria-label="${words.proofPages}"><ol role="list">${pages.map(
    (lines, at) =>
      html`<li><a href="${proofFile(at)}"${at === n && html` aria-current="page"`}>${fill(words.linesFrom, `${number(lines[0]?.line ?? 0, ui)}–${number(lines.at(-1)?.line ?? 0, ui)}`)}</a></li>`
  )}</ol></nav>
`
}

function row(line: ProofLine, before: ProofLine | undefined, sheet: Sheet): Html {
  const {ui, messages, article} = sheet
  const id = line.goesOn ? null : html` id="L${line.line}"`
  const isApart = before !== undefined && line.line > before.line + 1
  const found = line.goesOn ? [] : messages.filter((each) => each.line === line.line)
  const number_ = line.goesOn
    ? html`<span class="n">…</span>`
    : html`<a class="n" href="#L${line.line}" aria-label="${ui.words.line} ${line.line}">${line.line}</a>`
  return html`<li${id} class="line${isApart && ' apart'}">${number_}<p class="src" lang="${article.language}" dir="auto">${line.pieces.map((piece) => pieceOf(piece, ui))}</p><div class="margin">${places(line, ui)}${found.map((message) => note(message, ui))}</div></li>\n`
}

function pieceOf(piece: Piece, ui: Interface): Html {
  if ('gap' in piece)
    return piece.gap > 40
      ? html`<span class="gap"> ⋯ </span>`
      : html`${' '.repeat(piece.gap)}`
  const {kind, value, note: said} = piece
  const title = said === undefined ? wordOf(kind, ui) : `${wordOf(kind, ui)}: ${said}`
  return html`<span class="k-${kind}" title="${title}">${legible(value)}</span>`
}

/** What stands in a line: the parts of the article, the fields, the reasons. */
function places({pieces}: ProofLine, ui: Interface): Html | null {
  const blocks = new Set<string>()
  const notes = new Set<string>()
  for (const piece of pieces) {
    if ('gap' in piece) continue
    if (piece.block !== undefined) blocks.add(piece.block)
    if (piece.note !== undefined) notes.add(`${wordOf(piece.kind, ui)}|${piece.note}`)
  }
  for (const id of blocks) {
    const turn = id.replace(/-u\d+$/u, '')
    if (turn !== id && blocks.has(turn)) blocks.delete(id)
  }
  if (blocks.size + notes.size === 0) return null
  return html`<p class="became">${[...blocks].map((id) => html`<a href="../index.html#${id}"><bdi dir="ltr">${id}</bdi></a> `)}${[...notes].map((each) => html`<span>${each.split('|')[0]}: <bdi dir="ltr">${each.split('|')[1]}</bdi></span> `)}</p>`
}
