import type {Root} from 'hast'
import {extractPage, extractTree} from '../extract/index.ts'
import {printPage} from '../extract/lines.ts'
import {parsePage} from '../extract/parse.ts'
import {createProjection, type Projection} from '../extract/projection.ts'
import type {Run} from '../extract/runs.ts'
import type {ExtractedPage, PageFact, Printed} from '../extract/types.ts'
import {defaultExtraction, type ExtractionSettings} from '../source/settings.ts'
import {addFact} from '../tree/facts.ts'
import {createLocator, type Locator} from '../tree/position.ts'
import type {Metadata, SetAside} from '../tree/types.ts'
import {
  blocksOf,
  linksOf,
  type PrintedLines,
  picturesOf,
  printLines
} from './page-blocks.ts'
import type {Read} from './text.ts'
import {wantedOf} from './wanted.ts'

/** What is known of a page beside its text. */
export interface PageOrigin {
  /** Relative addresses in it count from it, where the page states none. */
  readonly address?: string
  /** The page as it was parsed by others, if it was. */
  readonly tree?: Root
}

/** Reads a web page: the article's lines as blocks, what the page states as facts, all else set aside. */
export function readHtml(
  html: string,
  settings: ExtractionSettings,
  {address, tree}: PageOrigin = {}
): Read {
  const page = tree ? extractTree(tree, html, settings) : extractPage(html, settings)
  return readPage({...page, ...(address ? {address} : {})}, settings)
}

/** Reads a page that is an article from its first line to its last. */
export function readWholePage(html: string, settings: ExtractionSettings): Read {
  const {lines} = printPage(parsePage(html), html)
  const reasons = lines.map(() => null)
  return readPage({html, lines, reasons, facts: [], kinds: []}, settings)
}

/** Reads a page that has been taken apart, whatever it was written in. */
export function readPage(
  whole: ExtractedPage,
  settings: ExtractionSettings = defaultExtraction
): Read {
  const {page, structure, comments} = wantedOf(whole, settings)
  const projection = createProjection()
  const heads = page.facts.map((fact) => addStated(projection, fact, page.html))
  const print = printLines(page, structure, projection)
  const text = projection.text()
  const at = createLocator(text)
  const claims = createClaims()
  const metadata: Metadata = {}
  for (const [n, {field, fact, printed}] of page.facts.entries()) {
    const head = heads[n]
    const line = printed ? print.lines[printed.line]?.start : undefined
    if (!printed || line === undefined) {
      addFact(metadata, field, head ? {...fact, position: at.span(...head)} : fact)
      continue
    }
    // What is printed in the article itself, or claimed already, is but a hint.
    const isOwn =
      fact.basis === 'stated' &&
      page.reasons[printed.line] !== null &&
      !structure.captioned.has(printed.line) &&
      claims.add(printed)
    const position = at.span(line + printed.start, line + printed.end)
    addFact(metadata, field, {...fact, basis: isOwn ? 'stated' : 'inferred', position})
  }
  const printed = {page, structure, print, text, comments}
  return {
    text,
    at,
    blocks: blocksOf(printed),
    pictures: picturesOf(printed),
    ...(settings.links ? linksOf(printed) : {}),
    metadata,
    setAside: furniture(printed, {at, claimed: claims.byLine}),
    origin: projection.origin(page.html),
    kinds: page.kinds
  }
}
/** Pieces of lines that stated facts account for; no two overlap. */
function createClaims() {
  const byLine = new Map<number, [number, number][]>()
  return {
    byLine,
    add: ({line, start, end}: Printed): boolean => {
      const spans = byLine.get(line) ?? []
      if (spans.some(([from, to]) => start < to && end > from)) return false
      byLine.set(line, [...spans, [start, end]])
      return true
    }
  }
}

/** A value that is stated outside of the printed text becomes a line of its own before it. */
function addStated(
  projection: Projection,
  {stated, fact, printed}: PageFact,
  html: string
): [number, number] | null {
  if (!stated || printed || fact.basis !== 'stated') return null
  const start = projection.add([runOf(html, stated)])
  return [start, start + stated.value.length]
}

/** As narrow as it can be told: the value itself where the page writes it so. */
function runOf(
  html: string,
  {value, start, end}: {value: string; start: number; end: number}
): Run {
  const text = value.replace(/[\r\n\u0085\u2028\u2029]/gu, ' ')
  const index = html.slice(start, end).indexOf(text)
  if (index < 0) return {text, start, end, same: false}
  return {text, start: start + index, end: start + index + text.length, same: true}
}

/** What is no part of the article, around the facts that are stated in it. */
function furniture(
  {page, structure, print}: PrintedLines,
  {at, claimed}: {at: Locator; claimed: ReadonlyMap<number, readonly [number, number][]>}
): SetAside[] {
  return page.lines.flatMap((line, n) => {
    const reason = page.reasons[n]
    if (!reason || structure.captioned.has(n)) return []
    const start = print.lines[n]?.start ?? 0
    const spans = [...(claimed.get(n) ?? [])].sort((a, b) => a[0] - b[0])
    const entries: SetAside[] = []
    let from = 0
    for (const [open, close] of [
      ...spans,
      [line.text.length, line.text.length] as const
    ]) {
      const printed = line.text.slice(from, open)
      const value = printed.trim()
      const first = start + from + printed.length - printed.trimStart().length
      if (value)
        entries.push({value, reason, position: at.span(first, first + value.length)})
      from = close
    }
    return entries
  })
}
