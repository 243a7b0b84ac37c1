import {remember} from '../tree/remember.ts'

/**
 * The search form of a text, published as `text_norm`: NFKC, without Arabic vowel signs (U+064B–065F,
 * U+0670, U+06D6–06ED), tatweel and bidi controls; أ إ آ ٱ as ا, ى as ي, ة as ه; digits of any script
 * as ASCII; lower case by the root locale. Never put into the tree.
 */
export const fold = (text: string): string =>
  isAscii.test(text) ? text.toLowerCase() : folded(text)

/** The paragraphs of an article are folded for several of its outputs in turn. */
const folded = remember(
  (text) =>
    text
      .normalize('NFKC')
      .replace(signs, '')
      .replace(/[أإآٱ]/gu, 'ا')
      .replace(/ى/gu, 'ي')
      .replace(/ة/gu, 'ه')
      .replace(/\p{Nd}/gu, asciiDigit)
      .toLowerCase(),
  256
)

/** Folding leaves all of ASCII but its capitals as it is. */
const isAscii = /^[\0-\x7F]*$/u

/** Arabic vowel signs, tatweel, bidi controls (ALM, LRM, RLM, embeddings, isolates), zero-width characters. */
const signs =
  /[\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** The ASCII digit of a decimal digit: every run of ten in Unicode starts at a multiple of its zero. */
export function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

/** A run of digits of any script as ASCII. */
export const asciiDigits = (digits: string): string =>
  isAscii.test(digits) ? digits : [...digits].map(asciiDigit).join('')

/** Keys of words seen before: the words of a language come again and again. */
const wordKeys = new Map<string, string>()
/** Words kept, so that the memory stays bounded; about 10 MB. */
const wordKeyLimit = 50_000

/** `nameKey` of a single word, remembered. */
export function wordKey(word: string): string {
  const known = wordKeys.get(word)
  if (known !== undefined) return known
  const key = makeKey(word)
  if (wordKeys.size >= wordKeyLimit) wordKeys.clear()
  if (word.length < 40) wordKeys.set(word, key)
  return key
}

/**
 * A stronger key for comparing names: the search form without marks on Latin, Greek and Cyrillic
 * letters, quotation marks and punctuation; ؤ ئ as ء; spaces as one.
 */
export const nameKey = (text: string): string =>
  text.length < 80 ? shortKey(text) : makeKey(text)

/** The names of an edition are compared in each of its articles. */
const shortKey = remember(makeKey, 10_000)

function makeKey(text: string): string {
  if (isAscii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, ' ')
      .trim()
  return fold(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u02BC', '’')
    .replace(/[ؤئ]/gu, 'ء')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const listKeys = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The keys of a list of words, made once for each list of the languages' data. */
export function keySet(words: readonly string[]): ReadonlySet<string> {
  const known = listKeys.get(words)
  if (known) return known
  const keys = new Set(words.map(nameKey))
  listKeys.set(words, keys)
  return keys
}
