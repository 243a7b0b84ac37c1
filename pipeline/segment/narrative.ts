import type {Block, Part} from '../source/reading.ts'
import type {ArticleChild, Flow, List} from '../tree/types.ts'
import {groupsOf, makeParagraph, type Narrator, spanOf} from './paragraphs.ts'
import {makeTable} from './tables.ts'

/** The node of blocks that stand in one part of the source, or of one block that stands in none. */
export function makeNarrative(
  narrator: Narrator,
  blocks: readonly Block[],
  role: 'lede' | 'body'
): ArticleChild | null {
  const part = blocks[0]?.within?.[0]
  if (part?.type === 'table') return makeTable(narrator, part, blocks)
  if (part?.type === 'blockquote') {
    const children = makeFlow(narrator, blocks, 1)
    if (children.length === 0) return null
    return {
      type: 'blockquote',
      ...(part.url === undefined ? {} : {url: part.url}),
      children,
      position: spanOf(narrator.reading, blocks)
    }
  }
  if (part) return makeFlow(narrator, blocks, 0)[0] ?? null
  return makeParagraph(narrator, blocks, role)
}

/** Paragraphs and lists, out of blocks whose parts are looked at from a level on. */
function makeFlow(narrator: Narrator, blocks: readonly Block[], level: number): Flow[] {
  return groupsOf(blocks, level).flatMap(({part, group}): Flow[] => {
    const role = part?.type === 'preformatted' ? part.type : 'body'
    const node =
      part?.type === 'list'
        ? makeList(narrator, part, {group, level})
        : makeParagraph(narrator, group, role)
    return node ? [node] : []
  })
}

function makeList(
  narrator: Narrator,
  {ordered, definitions}: Extract<Part, {type: 'list'}>,
  {group, level}: {group: readonly Block[]; level: number}
): List | null {
  const items = groupsOf(group, level + 1).flatMap(({part, group: blocks}) => {
    const isItem = part?.type === 'item'
    const children = makeFlow(narrator, blocks, level + (isItem ? 2 : 1))
    if (children.length === 0) return []
    return {
      type: 'listItem' as const,
      ...(isItem && part.term ? {term: true as const} : {}),
      children,
      position: spanOf(narrator.reading, blocks)
    }
  })
  if (items.length === 0) return null
  return {
    type: 'list',
    ordered,
    ...(definitions ? {definitions: true as const} : {}),
    children: items,
    position: spanOf(narrator.reading, group)
  }
}
