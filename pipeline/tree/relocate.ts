import {copyArticle} from './copy.ts'
import {isTextBlock, type Node} from './guards.ts'
import {createLocator} from './position.ts'
import type {Article, Inline, Leaf, Metadata, Position, SetAside, Text} from './types.ts'
import {walk} from './walk.ts'

/** Where the text that was read stands in the file it was read from. */
export interface Origin {
  /** The decoded file. */
  readonly text: string
  /** @param start first code unit of what was read @param end the one after the last */
  span(start: number, end: number): Position
  /** Offsets between two others at which the file holds something else than text, such as a tag. */
  breaks(start: number, end: number): readonly number[]
}

/** An article whose positions are those of the file that its text was read from. */
export function relocate(article: Article, origin: Origin): Article {
  const moved = copyArticle(article)
  for (const node of [...walk(moved)]) splitTexts(node, origin)
  const move = (spanned: {position?: Position}): void => {
    if (!spanned.position) return
    const {start, end} = spanned.position
    spanned.position = origin.span(start.offset, end.offset)
  }
  const moveFacts = (metadata: Metadata): void => {
    for (const fact of Object.values(metadata).flat()) move(fact)
  }
  for (const node of walk(moved)) {
    move(node)
    if (node.type === 'turn' && node.label) move(node.label)
    if (node.type === 'article' || node.type === 'dialogue') moveFacts(node.metadata)
  }
  // A page's entries are held against what it prints; Markdown has no such print, so each piece stands by itself.
  if (moved.source.mediaType === 'text/markdown')
    moved.source.setAside = moved.source.setAside.flatMap((entry) =>
      splitAside(entry, origin)
    )
  for (const entry of moved.source.setAside) move(entry)
  // What the head of a page states may stand behind its text: the article is the whole file.
  moved.position = createLocator(origin.text).span(0, origin.text.length)
  return moved
}

/** A leaf is one piece of the file: it ends where a tag interrupts it. */
function splitTexts(node: Node, origin: Origin): void {
  if (isTextBlock(node) || node.type === 'quotation' || node.type === 'link')
    node.children = node.children.flatMap((child): Inline[] =>
      child.type === 'text' ? split(child, origin) : [child]
    )
  else if (node.type === 'stage' || node.type === 'mention' || node.type === 'date')
    node.children = node.children.flatMap((child): Leaf[] =>
      child.type === 'text' ? split(child, origin) : [child]
    )
}

/** What is set aside, in pieces that marks part, without the white space at their ends. */
function splitAside(entry: SetAside, origin: Origin): SetAside[] {
  const {start, end} = entry.position
  const cuts = origin.breaks(start.offset, end.offset)
  const at = (offset: number) => ({
    ...start,
    column: start.column + offset - start.offset,
    offset
  })
  return [start.offset, ...cuts].flatMap((from, n) => {
    const piece = entry.value.slice(
      from - start.offset,
      (cuts[n] ?? end.offset) - start.offset
    )
    const value = piece.trim()
    const first = from + piece.length - piece.trimStart().length
    const position = {start: at(first), end: at(first + value.length)}
    return value ? [{...entry, value, position}] : []
  })
}

function split(leaf: Text, origin: Origin): Text[] {
  const {start, end} = leaf.position
  const cuts = origin.breaks(start.offset, end.offset)
  if (cuts.length === 0) return [leaf]
  return [start.offset, ...cuts].map((from, n) => {
    const to = cuts[n] ?? end.offset
    const at = (offset: number) => ({
      ...start,
      column: start.column + offset - start.offset,
      offset
    })
    return {
      type: 'text',
      value: leaf.value.slice(from - start.offset, to - start.offset),
      position: {start: at(from), end: at(to)}
    }
  })
}
