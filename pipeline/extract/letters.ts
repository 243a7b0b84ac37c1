/** What a line is made of, counted in one pass. */
export interface Letters {
  /** Columns that it takes: a wide character, as of Chinese, takes two. @see https://www.unicode.org/reports/tr11/ */
  readonly width: number
  /** Wide characters. */
  readonly wide: number
  readonly letters: number
  readonly capitals: number
  readonly digits: number
  readonly commas: number
  /** Marks that end a sentence, with a space, a quotation mark or nothing behind. */
  readonly stops: number
  /** The kind of its first character, and of the last but for quotation marks, brackets and spaces. */
  readonly start: number
  readonly end: number
}

/** Kinds of characters that lines are told by. */
export const kinds = {
  other: 1,
  capital: 2,
  small: 3,
  wide: 4,
  letter: 5,
  digit: 6,
  space: 7,
  question: 8,
  stop: 9,
  colon: 10,
  comma: 11,
  closing: 12,
  opening: 13
} as const

/** The first that fits is the kind of a character. */
const patterns: readonly (readonly [number, RegExp])[] = [
  [kinds.capital, /\p{Lu}/u],
  [kinds.small, /\p{Ll}/u],
  [
    kinds.wide,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
  ],
  [kinds.letter, /\p{L}/u],
  [kinds.digit, /\p{Nd}/u],
  [kinds.space, /\s/u],
  [kinds.question, /[?\u061F\uFF1F\u055E]/u],
  [kinds.stop, /[\p{Sentence_Terminal}\u2026]/u],
  [kinds.colon, /[:\uFF1A]/u],
  [kinds.comma, /[,;\u060C\u061B\u3001\uFF0C\uFF1B\u1363]/u],
  [kinds.closing, /["'\p{Pf}\p{Pe}]/u],
  [kinds.opening, /[\p{Pi}\u201E\u201A]/u]
]

/** Kinds of the characters met so far, by code unit; 0 for what was not. */
const known = new Uint8Array(65_536)

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const before = known[unit] ?? 0
  if (before > 0) return before
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const kind = patterns.find(([, pattern]) => pattern.test(char))?.[0] ?? kinds.other
  // Half of a pair says nothing of the next pair that begins with it.
  if (char.length === 1) known[unit] = kind
  return kind
}

/** Counts the letters and marks of a line. */
export function countLetters(text: string): Letters {
  const counts = new Uint32Array(14)
  let stops = 0
  let end: number = kinds.other
  let last: number = kinds.other
  const start = text.length > 0 ? kindOf(text, 0) : kinds.other
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text, at)
    counts[kind] = (counts[kind] ?? 0) + 1
    const ends = isStop(last) && !isStop(kind)
    // No space stands behind the full stop of Chinese; one of a number or an address has none either.
    if (ends && (kind >= kinds.space || text.charCodeAt(at - 1) > 0x7f)) stops++
    last = kind
    if (kind !== kinds.space && kind !== kinds.closing) end = kind
  }
  const of = (kind: number): number => counts[kind] ?? 0
  const wide = of(kinds.wide)
  return {
    width: text.length + wide,
    wide,
    letters: of(kinds.capital) + of(kinds.small) + wide + of(kinds.letter),
    capitals: of(kinds.capital),
    digits: of(kinds.digit),
    commas: of(kinds.comma),
    stops: stops + (isStop(last) ? 1 : 0),
    start,
    end
  }
}

/** True for a mark that ends a sentence. */
export const isStop = (kind: number): boolean =>
  kind === kinds.stop || kind === kinds.question
