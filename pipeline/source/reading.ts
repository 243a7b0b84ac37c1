import type {Locator} from '../tree/position.ts'
import type {Origin} from '../tree/relocate.ts'
import type {Metadata, SetAside, Source} from '../tree/types.ts'

/** One printed line or block of a source, in the decoded text, white space at its ends left out. */
export interface Block {
  /** First and one-past-last UTF-16 code unit in the decoded source. */
  readonly start: number
  readonly end: number
  /** `text.slice(start, end)` of the reading. */
  readonly text: string
  /** Blank lines printed before it. */
  readonly blankBefore: number
  /** Depth of a heading, where the source marks it as one; false where it marks it as none. */
  readonly heading?: number | false
}

/** What a reader makes of the bytes of a source. */
export interface Reading {
  /** What was read: of plain text the decoded source, a byte order mark dropped, nothing else changed. */
  readonly text: string
  readonly at: Locator
  readonly source: Source
  readonly blocks: readonly Block[]
  /** Facts the container states outside the text (a page's head); empty for plain text. */
  readonly metadata: Metadata
  readonly setAside: readonly SetAside[]
  /** Where the text stands in a source that is not plain text; offsets are the text's own until then. */
  readonly origin?: Origin
}
