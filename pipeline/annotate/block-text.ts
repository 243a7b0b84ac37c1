import {firstWhere} from '../tree/halving.ts'
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
      const behind = firstWhere(starts.length, (n) => (starts[n] ?? 0) > index)
      const at = Math.max(0, behind - 1)
      return (offsets[at] ?? 0) + index - (starts[at] ?? 0)
    }
  }
}
