import {countLetters, isStop, kinds, type Letters} from './letters.ts'
import type {Line} from './page.ts'
import {wordsOf} from './text.ts'
import {wordingsOf} from './wording.ts'

/** What is told of a line by its text alone. */
export interface LineText extends Letters {
  /** Folded. */
  readonly words: readonly string[]
  /** Columns of running text: of a line that is long or reads like a sentence, without what is in links. */
  readonly prose: number
  /** What its words say that it is for, a bit each. */
  readonly wordings: number
}

/** Reads the text of a line, once. */
export function readLineText({text, linked}: Line): LineText {
  const letters = countLetters(text)
  const words = wordsOf(text)
  const wordings = words.length > 0 ? wordingsOf(words, letters.wide > 0) : 0
  return {...letters, words, wordings, prose: proseOf(letters, linked / text.length)}
}

function proseOf(letters: Letters, linkedShare: number): number {
  if (linkedShare > 0.6) return 0
  const width = letters.width * (1 - linkedShare)
  if (width > 110) return width
  const isSentence =
    isStop(letters.end) || letters.end === kinds.colon || letters.commas > 0
  return width > 50 && isSentence ? width * 0.7 : 0
}
