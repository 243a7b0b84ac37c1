import type {Fact} from '../tree/types.ts'
import type {Stated} from './head.ts'
import type {StatedKind} from './kinds.ts'
import type {Line} from './page.ts'

/** A piece of a printed line. */
export interface Printed {
  /** Index of the line. */
  readonly line: number
  /** UTF-16 code units of its text. */
  readonly start: number
  readonly end: number
}

/** A fact that a page states, and where: in a printed line, in its head, or nowhere in particular. */
export interface PageFact {
  readonly field: string
  readonly fact: Omit<Fact, 'position'>
  readonly printed?: Printed
  readonly stated?: Stated
}

/** A web page taken apart. */
export interface ExtractedPage {
  /** The page that offsets count in. */
  readonly html: string
  /** Where it was published or saved from, where whoever has it says so. */
  readonly address?: string
  readonly lines: readonly Line[]
  /** For each line why it is no part of the article; null where it is one. */
  readonly reasons: readonly (string | null)[]
  /** The fact that holds first, where several are of one field. */
  readonly facts: readonly PageFact[]
  /** What the page says to be beside one whole article. */
  readonly kinds: readonly StatedKind[]
}
