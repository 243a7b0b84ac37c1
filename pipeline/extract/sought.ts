import type {ElementContent} from 'hast'
import type {Head, Stated} from './head.ts'
import {inline, unprinted} from './lines.ts'
import {around, type Box, type PrintedPage} from './page.ts'
import {attribute, backwards, textBelow} from './parse.ts'
import type {Headline} from './titles.ts'
import type {Printed} from './types.ts'

/** A page with what is known of it when its facts are sought. */
export interface Sought {
  readonly html: string
  readonly head: Head
  readonly page: PrintedPage
  readonly headline: Headline
  /** For each line why it is no part of the article; null where it is one. */
  readonly reasons: readonly (string | null)[]
  /** What microdata and RDFa say of the article, by name. */
  readonly items: ReadonlyMap<string, readonly Candidate[]>
  /** Primary language of the article. */
  readonly tag: string
}

/** A value that may be a fact, and where it stands. */
export interface Candidate {
  readonly value: string
  /** As it is written, where that differs. */
  readonly text?: string
  readonly rule: string
  readonly printed?: Printed
  readonly stated?: Stated
  /** The element that holds it. */
  readonly box?: Box
  /** What structured data says that it is: `Person`, `Organization`. */
  readonly types?: readonly string[]
}

/** A stated value as a candidate. */
export const asCandidate =
  (rule: string) =>
  (stated: Stated): Candidate => ({
    value: stated.value,
    rule,
    stated,
    ...(stated.types ? {types: stated.types} : {})
  })

/** Values of `<meta>` by the first of several names that has one. */
export function metaValues(head: Head, names: readonly string[]): Stated[] {
  return names.flatMap((name) => head.meta.get(name) ?? [])
}

/** Boxes of what readers or other articles say: their names and dates are not the article's. */
const foreign =
  /^(?:comments?|kommentare?|disqus|related|recommended|sidebar|footer|nav|menu|teaser|recent|popular|trending)$/u

/** True where a box is part of the comments, of a list of other articles, or of the page's frame. */
export function isForeign(box: Box | undefined): boolean {
  if (!box) return true
  for (const each of around(box)) {
    if (each.tag === 'footer' || each.tag === 'nav' || each.tag === 'aside')
      return each.depth > 3
    if (
      each.tag !== 'body' &&
      each.tag !== 'html' &&
      each.tag !== 'article' &&
      (each.tokens.some((token) => foreign.test(token)) || isWidget(each))
    )
      return true
  }
  return false
}

/** A widget of a sidebar; builders of pages name each of their parts so. */
const isWidget = ({tokens}: Box): boolean =>
  tokens.includes('widget') && !tokens.includes('elementor')

/** Where a text stands in the lines that a box touches, if it is printed there. */
export function printedIn(
  page: PrintedPage,
  box: Box,
  text: string
): Printed | undefined {
  for (let n = box.first; n <= Math.min(box.last, box.first + 5); n++) {
    const start = page.lines[n]?.text.indexOf(text) ?? -1
    if (start >= 0) return {line: n, start, end: start + text.length}
  }
  return undefined
}

/**
 * The texts of a box, parted where a block begins or ends and where two elements meet without a space:
 * “Anna LindEditor” is two.
 */
export function piecesOf(box: Box): string[] {
  const pieces: string[] = []
  let piece = ''
  const end = (): void => {
    const text = piece.replace(/\s+/gu, ' ').trim()
    if (/[\p{L}\p{N}]/u.test(text)) pieces.push(text)
    piece = ''
  }
  // Null stands where a block ends.
  const open: (ElementContent | null)[] = [...backwards(box.element.children)]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === null) end()
    else if (node.type === 'text') {
      if (/[\p{L}\p{N}.]$/u.test(piece) && /^[\p{L}\p{N}]/u.test(node.value)) end()
      piece += node.value
    } else if (node.type === 'element' && !unprinted.has(node.tagName)) {
      if (!inline.has(node.tagName)) open.push(null, ...backwards(node.children), null)
      else open.push(...backwards(node.children))
    }
  }
  end()
  return pieces
}

/** The text of a box as it is printed. */
export const textOfBox = (box: Box): string =>
  textBelow(box.element).replace(/\s+/gu, ' ').trim()

/** What microdata or RDFa says that a box is. */
export const property = ({element}: Box): string =>
  attribute(element, 'itemProp') ||
  attribute(element, 'property').replace(/^schema:/u, '')

/** Lines between a line and the headline; 1000 where no headline is printed. */
export const distance = ({headline}: Sought, line: number): number =>
  headline.line < 0 ? 1000 : Math.abs(line - headline.line)
