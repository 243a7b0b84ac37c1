/** A word or a number of a text. */
export interface Word {
  /** UTF-16 indexes in the text. */
  readonly start: number
  readonly end: number
  /** As printed. */
  readonly text: string
  /** True for a run of decimal digits, of whatever script. */
  readonly isNumber: boolean
}

/** Kinds of UTF-16 code units; 0 is not looked up yet. */
const other = 1
const letter = 2
const digit = 3
/** Within a word: don’t, l’eau, and the joiners of Persian and Indic scripts. @see UAX #29, WB4 */
const joiner = 4
/** A number that is no decimal digit: Ⅳ, ², ½. */
const numeral = 5
const kinds = new Uint8Array(0x1_00_00)

/** The kind of a code unit, asked of Unicode once; a surrogate is told by its whole character. */
function kindAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return other
  const unit = text.charCodeAt(index)
  const known = kinds[unit]
  if (known) return known
  const isSurrogate = (unit & 0xf8_00) === 0xd8_00
  const kind = isSurrogate
    ? kindOf(wholeCharacter(text, index))
    : kindOf(text[index] ?? '')
  if (!isSurrogate) kinds[unit] = kind
  return kind
}

/** The Chinese zero (U+3007) is a numeral like 二, which Unicode calls a letter. */
function kindOf(character: string): number {
  if (/[\p{L}\p{M}\u0640\u3007]/u.test(character)) return letter
  if (/\p{Nd}/u.test(character)) return digit
  if (/\p{N}/u.test(character)) return numeral
  return /['’\u200C\u200D]/u.test(character) ? joiner : other
}

/** The character that a surrogate is half of. */
const wholeCharacter = (text: string, index: number): string =>
  String.fromCodePoint(
    text.codePointAt(
      (text.charCodeAt(index) & 0xfc_00) === 0xdc_00 ? Math.max(0, index - 1) : index
    ) ?? 0
  )

interface Cut {
  readonly text: string
  readonly words: readonly Word[]
  /** True where no number touches a letter, and no numeral is among the signs: names have the same words. */
  readonly isPlain: boolean
}
let last: Cut = {text: '', words: [], isPlain: true}

/**
 * The words and numbers of a text in order: runs of letters with apostrophes between them, runs of
 * digits. The words of the last text are remembered: several steps ask for those of one block in turn.
 */
export function wordsOf(text: string): readonly Word[] {
  return cutOf(text).words
}

function cutOf(text: string): Cut {
  if (last.text !== text) last = cut(text)
  return last
}

function cut(text: string): Cut {
  const words: Word[] = []
  let isPlain = true
  let index = 0
  while (index < text.length) {
    const kind = kindAt(text, index)
    if (kind === letter || kind === digit) {
      const isNumber = kind === digit
      const end = isNumber ? endOfRun(text, index, digit) : endOfWord(text, index)
      words.push({start: index, end, text: text.slice(index, end), isNumber})
      if (isNumber && !(isApart(text, index - 1) && isApart(text, end))) isPlain = false
      index = end
    } else {
      if (kind === numeral) isPlain = false
      index++
    }
  }
  // A letter here, a numeral there.
  return {text, words, isPlain: isPlain && !text.includes('\u3007')}
}

const isApart = (text: string, index: number): boolean => kindAt(text, index) === other

function endOfRun(text: string, from: number, kind: number): number {
  let end = from + 1
  while (end < text.length && kindAt(text, end) === kind) end++
  return end
}

function endOfWord(text: string, from: number): number {
  let end = endOfRun(text, from, letter)
  while (
    end + 1 < text.length &&
    kindAt(text, end) === joiner &&
    kindAt(text, end + 1) === letter
  )
    end = endOfRun(text, end + 1, letter)
  return end
}

/** The words of a text as names have them: digits and numerals are letters there (G20, 3rd, Ⅳ). */
export function nameWordsOf(text: string): readonly Word[] {
  const {words, isPlain} = cutOf(text)
  if (isPlain) return words
  return [...text.matchAll(nameWord)].map(({0: printed, index}) => ({
    start: index,
    end: index + printed.length,
    text: printed,
    isNumber: false
  }))
}

const nameWord = /[\p{L}\p{M}\p{N}\u0640]+(?:['’\u200C\u200D][\p{L}\p{M}]+)*/gu
