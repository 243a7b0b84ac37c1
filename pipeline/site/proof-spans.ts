import {statedText} from '../tree/facts.ts'
import {lineEnd} from '../tree/position.ts'
import {rememberOf} from '../tree/remember.ts'
import type {Article, Inline, Position} from '../tree/types.ts'
import {textBlocks, turns} from '../tree/walk.ts'

/** What became of a span of the source; the class of its mark on the page. */
export type SpanKind =
  | 'heading'
  | 'text'
  | 'label'
  | 'fact'
  | 'stage'
  | 'mention'
  | 'quotation'
  | 'date'
  | 'aside'

/** A span of the source as the tree holds it. */
export interface Span {
  readonly kind: SpanKind
  readonly value: string
  readonly position: Position
  /** Id of the block of the article it belongs to, where it belongs to one. */
  readonly block?: string
  /** The field of a fact, the reason why it was set aside. */
  readonly note?: string
}

/**
 * The source as the tree accounts for it: leaves, labels, stated facts and what was set aside, in the
 * order of the text. What lies between two spans is white space or, in a web page, mark-up.
 */
export function proofSpans(article: Article): Span[] {
  const spans: Span[] = []
  for (const block of textBlocks(article)) {
    const own = block.type === 'heading' ? 'heading' : 'text'
    addLeaves(spans, block.children, own, 'id' in block ? block.id : undefined)
  }
  for (const {label, id} of turns(article)) {
    if (!label) continue
    const value = `${label.before ?? ''}${label.value}${label.after ?? ''}`
    spans.push({kind: 'label', value, position: label.position, block: id})
  }
  for (const [field, facts] of Object.entries(article.metadata))
    for (const fact of facts)
      if (fact.basis === 'stated' && fact.position)
        spans.push({
          kind: 'fact',
          value: statedText(fact) ?? '…',
          position: fact.position,
          note: field
        })
  for (const {value, reason, position} of article.source.setAside)
    spans.push({kind: 'aside', value, position, note: reason})
  return spans.sort((a, b) => a.position.start.offset - b.position.start.offset)
}

/** Leaves take the kind of the innermost node around them; a link changes nothing of what they are. */
function addLeaves(
  spans: Span[],
  nodes: readonly Inline[],
  kind: SpanKind,
  block: string | undefined
): void {
  for (const node of nodes) {
    if (node.type === 'link') addLeaves(spans, node.children, kind, block)
    else if (node.type !== 'text') addLeaves(spans, node.children, node.type, block)
    else
      spans.push({
        kind,
        value: node.value,
        position: node.position,
        ...(block === undefined ? {} : {block})
      })
  }
}

/** A part of a line, or the white space or mark-up before one. */
export type Piece = Omit<Span, 'position'> | {readonly gap: number}

/** A line of the source, or a part of a very long one. */
export interface ProofLine {
  /** From 1. */
  readonly line: number
  /** True where the line before it is the beginning of the same. */
  readonly goesOn: boolean
  readonly pieces: readonly Piece[]
}

/** Characters that one row of a proof has at most. */
const longest = 8000

/** The spans laid out in the lines of the source; lines without any are left out. */
export function proofLines(spans: readonly Span[]): ProofLine[] {
  const rows: {line: number; goesOn: boolean; pieces: Piece[]; size: number}[] = []
  let end: {line: number; column: number} = {line: 0, column: 1}
  const put = (line: number, piece: Piece, size: number): void => {
    const last = rows.at(-1)
    if (last?.line === line && last.size + size <= longest) {
      last.pieces.push(piece)
      last.size += size
    } else rows.push({line, goesOn: last?.line === line, pieces: [piece], size})
  }
  for (const {position, value, ...rest} of spans) {
    const {line, column} = position.start
    const gap = line === end.line ? column - end.column : column - 1
    if (gap > 0) put(line, {gap}, 1)
    for (const [n, part] of value.split(lineEnd).entries()) {
      // The line that a span starts in is led to, even where it ends there.
      if (n === 0 && part === '') put(line, {...rest, value: ''}, 0)
      for (const chunk of chunks(part))
        put(line + n, {...rest, value: chunk}, chunk.length)
    }
    end = position.end
  }
  return rows.map(({line, goesOn, pieces}) => ({line, goesOn, pieces}))
}

/** Pieces short enough for a row, whole characters each. */
function chunks(text: string): string[] {
  if (text.length <= longest) return text === '' ? [] : [text]
  const list: string[] = []
  let chunk = ''
  for (const character of text) {
    if (chunk.length + character.length > longest) {
      list.push(chunk)
      chunk = ''
    }
    chunk += character
  }
  return [...list, chunk]
}

/** Rows and characters that one page of a proof has at most. */
const page = {rows: 1000, characters: 80_000}

/** The lines in pages that any browser shows at once. */
export function proofPages(lines: readonly ProofLine[]): ProofLine[][] {
  const pages: ProofLine[][] = [[]]
  let size = 0
  for (const each of lines) {
    const length = each.pieces.reduce(
      (sum, piece) => sum + ('gap' in piece ? 1 : piece.value.length),
      0
    )
    const last = pages.at(-1)
    const isFull = !last || last.length >= page.rows || size + length > page.characters
    if (isFull && last?.length !== 0) {
      pages.push([each])
      size = length
    } else {
      last?.push(each)
      size += length
    }
  }
  return pages
}

/** The name of the file of a page, from 0. */
export const proofFile = (n: number): string => (n === 0 ? 'index.html' : `${n + 1}.html`)

/** What the proof of an article shows. */
export interface Proof {
  readonly spans: readonly Span[]
  readonly pages: readonly ProofLine[][]
}

/** The proof of an article, laid out once for the pages of both. */
export const proofOf = rememberOf((article: Article): Proof => {
  const spans = proofSpans(article)
  return {spans, pages: proofPages(proofLines(spans))}
})

/** Where the proof of an article shows a line, from the page of the article on. */
export function proofPlaces(article: Article): (line: number) => string {
  const {pages} = proofOf(article)
  // A line that goes on from the page before it has its anchor there.
  const starts = pages.map(
    (lines) => lines.find(({goesOn}) => !goesOn)?.line ?? Number.POSITIVE_INFINITY
  )
  return (line) => {
    const on = starts.findLastIndex((start) => start <= line)
    return `proof/${proofFile(Math.max(0, on))}#L${line}`
  }
}
