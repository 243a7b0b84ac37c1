import type {Inline} from '../tree/types.ts'
import {leaves} from '../tree/walk.ts'

/** The text of a block and where each of its characters stands in the source. */
export interface BlockText {
  readonly text: string
  /** @param index UTF-16 index in `text` @returns offset in the decoded source */
  offsetAt(index: number): number
}

/** Joins the leaves of a block; characters that are set aside leave no gap in the text. */
export function blockText(nodes: readonly Inline[]): BlockText {
  const starts: number[] = []
  const offsets: number[] = []
  let text = ''
  for (const leaf of leaves(nodes)) {
    starts.push(text.length)
    offsets.push(leaf.position.start.offset)
    text += leaf.value
  }
  return {
    text,
    offsetAt: (index) => {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >>> 1
        if ((starts[middle] ?? 0) <= index) low = middle
        else high = middle - 1
      }
      return (offsets[low] ?? 0) + index - (starts[low] ?? 0)
    }
  }
}
