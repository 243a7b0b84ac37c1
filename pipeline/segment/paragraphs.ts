import type {Block, Part, Picture, Reading} from '../source/reading.ts'
import {figureId, headingId, paragraphId} from '../tree/id.ts'
import type {Figure, Heading, Paragraph, Text} from '../tree/types.ts'
import {leavesOf} from './leaves.ts'

/** Numbers of the nodes of a narrative, which run through the article. */
export interface NarrativeCounters {
  headings: number
  paragraphs: number
  figures: number
}

/** What making the nodes of a narrative takes. */
export interface Narrator {
  readonly reading: Reading
  readonly counters: NarrativeCounters
}

/** The text of blocks that belong together, the line ends between them included. */
export const leavesOfBlocks = (
  {text, ...reading}: Reading,
  blocks: readonly Block[]
): Text[] =>
  blocks.flatMap(({start, end}, n) => {
    const before = blocks[n - 1]
    const isNext = before && text.slice(before.end, start).trim() === ''
    const from = before ? (isNext ? before.end : start - 1) : start
    return leavesOf({text, ...reading}, from, end)
  })

/** A heading. */
export const makeHeading = (
  {reading, counters}: Narrator,
  {start, end, heading}: Block
): Heading => ({
  type: 'heading',
  id: headingId(++counters.headings),
  depth: heading || 2,
  children: leavesOf(reading, start, end),
  position: reading.at.span(start, end)
})

/** One paragraph of one or more blocks; null where all of it is set aside. */
export function makeParagraph(
  {reading, counters}: Narrator,
  blocks: readonly Block[],
  role: NonNullable<Paragraph['role']>
): Paragraph | null {
  const children = leavesOfBlocks(reading, blocks)
  if (children.length === 0) return null
  return {
    type: 'paragraph',
    id: paragraphId(++counters.paragraphs),
    role: blocks[0]?.role ?? role,
    children,
    position: spanOf(reading, blocks)
  }
}

/** From the first to the last of some blocks. */
export const spanOf = ({at}: Reading, blocks: readonly Block[]) =>
  at.span(blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0)

interface Group {
  readonly part: Part | undefined
  readonly group: Block[]
}

/** Runs of blocks that share their part at a level; a block that has none stands alone. */
export function groupsOf(blocks: readonly Block[], level: number): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const part = block.within?.[level]
    const last = groups.at(-1)
    if (last && part && last.part === part) last.group.push(block)
    else groups.push({part, group: [block]})
  }
  return groups
}

/** An image with its captions. */
export function makeFigure(narrator: Narrator, picture: Picture): Figure {
  const {reading, counters} = narrator
  const {start, end, url, alt, captions} = picture
  return {
    type: 'figure',
    id: figureId(++counters.figures),
    ...(url === undefined ? {} : {url}),
    ...(alt === undefined ? {} : {alt}),
    children: captions.flatMap(
      (block) => makeParagraph(narrator, [block], 'caption') ?? []
    ),
    position: reading.at.span(start, end)
  }
}
