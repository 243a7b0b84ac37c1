import type {Block, CellPart, Part} from '../source/reading.ts'
import type {Paragraph, Table, TableCell, TableChild, TableRow} from '../tree/types.ts'
import {
  groupsOf,
  leavesOfBlocks,
  makeParagraph,
  type Narrator,
  spanOf
} from './paragraphs.ts'

type TablePart = Extract<Part, {type: 'table'}>

/**
 * A table of the blocks that stand in it: its caption, and each row that has a cell
 * with text. Where only the caption is left it is a paragraph; null where all is set aside.
 */
export function makeTable(
  narrator: Narrator,
  {rows}: TablePart,
  blocks: readonly Block[]
): Table | Paragraph | null {
  const {reading} = narrator
  if (blocks.every((block) => block.within?.[1]?.type !== 'cell'))
    return makeParagraph(narrator, blocks, 'caption')
  const cells = new Map<Part, readonly Block[]>()
  const children: TableChild[] = []
  for (const {part, group} of groupsOf(blocks, 1)) {
    if (part?.type === 'cell') cells.set(part, group)
    else {
      const caption = makeParagraph(narrator, group, 'caption')
      if (caption) children.push(caption)
    }
  }
  for (const row of rows) {
    const [first] = row.flatMap((cell) => cells.get(cell) ?? [])
    if (!first) continue
    const before = blocks[blocks.indexOf(first) - 1]
    const at = before?.end ?? first.start
    children.push(makeRow(narrator, row, {cells, at}))
  }
  children.sort((a, b) => a.position.start.offset - b.position.start.offset)
  return {type: 'table', children, position: spanOf(reading, blocks)}
}

function makeRow(
  {reading}: Narrator,
  row: readonly CellPart[],
  table: {cells: ReadonlyMap<Part, readonly Block[]>; at: number}
): TableRow {
  let {at} = table
  const children = row.map((cell): TableCell => {
    const blocks = table.cells.get(cell) ?? []
    // A cell without text stands right behind the text before it.
    const position = blocks.length > 0 ? spanOf(reading, blocks) : reading.at.span(at, at)
    at = position.end.offset
    return {
      type: 'tableCell',
      ...(cell.header ? {header: true} : {}),
      ...(cell.columns > 1 ? {columns: cell.columns} : {}),
      ...(cell.rows > 1 ? {rows: cell.rows} : {}),
      children: leavesOfBlocks(reading, blocks),
      position
    }
  })
  return {
    type: 'tableRow',
    children,
    position: reading.at.span(
      children[0]?.position.start.offset ?? at,
      children.at(-1)?.position.end.offset ?? at
    )
  }
}
