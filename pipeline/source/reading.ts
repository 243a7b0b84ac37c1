import type {Locator} from '../tree/position.ts'
import type {Metadata, SetAside, Source} from '../tree/types.ts'

/** One printed line or block of a source, in the decoded text, white space at its ends left out. */
export interface Block {
  /** First and one-past-last UTF-16 code unit in the decoded source. */
  readonly start: number
  readonly end: number
  /** `text.slice(start, end)`. */
  readonly text: string
  /** Blank lines printed before it. */
  readonly blankBefore: number
}

/** What a reader makes of the bytes of a source. */
export interface Reading {
  /** The decoded source: a byte order mark dropped, nothing else changed. */
  readonly text: string
  readonly at: Locator
  readonly source: Source
  readonly blocks: readonly Block[]
  /** Facts the container states outside the text (a page's head); empty for plain text. */
  readonly metadata: Metadata
  readonly setAside: readonly SetAside[]
}
