import type {Hyperlink} from '../tree/links.ts'
import type {Locator} from '../tree/position.ts'
import type {Origin} from '../tree/relocate.ts'
import type {Metadata, SetAside, Source} from '../tree/types.ts'

/** A cell of a printed table. */
export interface CellPart {
  readonly type: 'cell'
  readonly header: boolean
  /** Columns and rows that it spans, 1 or more. */
  readonly columns: number
  readonly rows: number
}

/** A part of the source that the tree keeps as a node around blocks; the same object for all of its blocks. */
export type Part =
  | {readonly type: 'blockquote'; readonly url?: string}
  | {readonly type: 'list'; readonly ordered: boolean; readonly definitions: boolean}
  | {readonly type: 'item'; readonly term: boolean}
  | {readonly type: 'table'; readonly rows: readonly (readonly CellPart[])[]}
  | {readonly type: 'caption'}
  | {readonly type: 'preformatted'}
  | CellPart

/** How markup sets a line off from the lines around it: a hint to who speaks, never a decision. */
export interface Hint {
  /** Printed as a whole like a heading or in bold, as a term or the first of two cells, or named a question, an answer, a speaker, a part of a page of common questions. */
  readonly line?: 'strong' | 'term' | 'question' | 'answer' | 'speaker' | 'faq'
  /** UTF-16 code units at its start that are set off from the rest: in bold, or named a speaker. */
  readonly lead?: number
}

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
  /** What it stands in, outermost first. */
  readonly within?: readonly Part[]
  readonly role?: 'note' | 'caption' | 'credit' | 'comment'
  readonly hint?: Hint
}

/** An image of the article; offsets in the decoded source. */
export interface Picture {
  /** From the image or its caption, whichever comes first; both the same where nothing is printed. */
  readonly start: number
  readonly end: number
  readonly url?: string
  readonly alt?: string
  /** Its printed caption and credit; these are no blocks of the reading. */
  readonly captions: readonly Block[]
}

/** What a reader makes of the bytes of a source. */
export interface Reading {
  /** What was read: of plain text the decoded source, a byte order mark dropped, nothing else changed. */
  readonly text: string
  readonly at: Locator
  readonly source: Source
  readonly blocks: readonly Block[]
  /** In the order of the source, none overlapping a block. */
  readonly pictures?: readonly Picture[]
  /** In the order of the source, none overlapping another. */
  readonly links?: readonly Hyperlink[]
  /** Facts the container states outside the text (a page's head); empty for plain text. */
  readonly metadata: Metadata
  readonly setAside: readonly SetAside[]
  /** Where the text stands in a source that is not plain text; offsets are the text's own until then. */
  readonly origin?: Origin
}
