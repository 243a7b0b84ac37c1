import type {Element} from 'hast'
import type {Run} from './runs.ts'

/** An element of the page, as the lines see it. */
export interface Box {
  readonly element: Element
  readonly tag: string
  readonly parent: Box | null
  readonly depth: number
  /** Its place among all boxes of the page; that of its parent is less. */
  readonly index: number
  /** Words of `class`, `id`, `role` and `itemprop`, in lower case. */
  readonly tokens: readonly string[]
  /** True where the page does not show it, or its parent, before a script runs. */
  readonly hidden: boolean
  /** Index of its first line and of the one after its last. */
  first: number
  last: number
}

/** One printed line: the text between two block borders or line breaks. */
export interface Line {
  readonly text: string
  readonly runs: readonly Run[]
  /** The nearest block. */
  readonly block: Box
  /** The innermost element around its first text. */
  readonly inner: Box
  /** Characters that stand in links. */
  readonly linked: number
  /** Characters that are printed bold. */
  readonly bold: number
}

/** A page as it is printed, in the order of its source. */
export interface PrintedPage {
  readonly lines: readonly Line[]
  readonly boxes: readonly Box[]
}

/** The box and all around it, innermost first. */
export function* around(box: Box): Generator<Box> {
  for (let each: Box | null = box; each; each = each.parent) yield each
}
