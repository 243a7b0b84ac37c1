import type {StatedKind} from '../extract/kinds.ts'
import type {Block, Reading} from '../source/reading.ts'
import type {Hyperlink} from '../tree/links.ts'
import {createLocator, lineEnd} from '../tree/position.ts'

/** What a reader makes of the text of a source. */
export interface Read extends Omit<Reading, 'source'> {
  /** What a page says to be beside one whole article. */
  readonly kinds?: readonly StatedKind[]
  /** Links that were left out, as their addresses would run code or carry data. */
  readonly unsafe?: readonly Hyperlink[]
}

/** Reads plain text: each line that is not blank is a block. */
export function readText(text: string): Read {
  const at = createLocator(text)
  const blocks: Block[] = []
  let blankBefore = 0
  let start = 0
  const addLine = (end: number): void => {
    const line = text.slice(start, end)
    const value = line.trim()
    if (!value) blankBefore++
    else {
      const from = start + line.length - line.trimStart().length
      blocks.push({start: from, end: from + value.length, text: value, blankBefore})
      blankBefore = 0
    }
  }
  for (const match of text.matchAll(lineEnd)) {
    addLine(match.index)
    start = match.index + match[0].length
  }
  addLine(text.length)
  return {text, at, blocks, metadata: {}, setAside: []}
}
