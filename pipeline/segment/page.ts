import type {Block} from '../source/reading.ts'
import type {LabelWords} from './find-label.ts'
import type {Label, Opening} from './opening.ts'

/** One observation for or against a convention, in its own words. */
export interface Evidence {
  readonly what: string
  readonly weight: number
}

/** Where a turn starts. */
export interface Start {
  /** Index of the block. */
  readonly block: number
  readonly label: Label | null
  /** True where a bullet, dash or number opens the turn in place of a label. */
  readonly marked: boolean
  /** Index of the block the speech begins in: the next one where a label stands alone. */
  readonly speech: number
}

/** One way to read the document as dialogue: how turns are printed, where they start, why we think so. */
export interface Convention {
  /** Such as “labels with a colon” or “questions marked *, answers marked -”. */
  readonly name: string
  readonly score: number
  readonly evidence: readonly Evidence[]
  readonly starts: readonly Start[]
}

/** What the language and the edition know that the layout does not show. */
export interface Knowledge extends LabelWords {
  /** True where the text addresses somebody (you, your…); null where the language has no data. */
  addresses(text: string): boolean | null
  /** True where somebody speaks of himself (I, we…); null where the language has no data. */
  speaksOfSelf(text: string): boolean | null
  /** True where a line says who wrote the article. */
  isByline(text: string): boolean
  /** True where a line is a whole date and says little else. */
  isDateline(text: string): boolean
  /** True where a folded name is a person's in the authority file. */
  isKnown(key: string): boolean
}

/** The printed page as the hypotheses see it. */
export interface Page {
  readonly blocks: readonly Block[]
  readonly openings: readonly Opening[]
  readonly knowledge: Knowledge
}

/** Sum of the weights. */
export const total = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, each) => sum + each.weight, 0)
