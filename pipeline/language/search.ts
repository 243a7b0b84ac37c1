import {fold} from './fold.ts'

/** A word of a text as it is searched. */
export interface SearchWord {
  /** UTF-16 indexes in the text. */
  readonly start: number
  readonly end: number
  /** Its search key; never empty. */
  readonly key: string
}

/**
 * The words of a text, with what lies within them (vowel signs, tatweel, invisible marks). Scripts that
 * put no space between words are taken by pairs of letters. The same function makes the index and reads
 * the query.
 */
export function* searchWords(text: string): Generator<SearchWord> {
  for (const match of text.matchAll(printedWord)) {
    const start = match.index
    const end = start + match[0].length
    for (const key of searchKeys(match[0])) yield {start, end, key}
  }
}

const printedWord = /[\p{L}\p{M}\p{N}\u0640\u061C\u200B-\u200F\u2060\uFEFF]+/gu

/** Keys of words seen before: the words of a language come again and again. */
const known = new Map<string, readonly string[]>()
/** Words kept, so that the memory stays bounded. */
const knownLimit = 50_000

function searchKeys(word: string): readonly string[] {
  const kept = known.get(word)
  if (kept) return kept
  const keys = fold(word.replace(/[ؤئ]/gu, 'ء'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((key) => (unspaced.test(key) ? pairs(key) : key === '' ? [] : [key]))
  if (known.size >= knownLimit) known.clear()
  if (word.length < 40) known.set(word, keys)
  return keys
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function pairs(word: string): string[] {
  const letters = [...word]
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, n) => `${letters[n]}${letter}`)
}

const isArabic = /[\u0620-\u064A]/u
const prefixes = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال']
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']
/** Letters that stay at least. */
const shortest = 3

/**
 * The key of a word without the articles, particles and endings that Arabic puts on it, stripped twice:
 * والسياسيون and سياسي meet. Words of other scripts stay as they are.
 * @see Larkey, Ballesteros and Connell, Light Stemming for Arabic Information Retrieval (light10)
 */
export function lightStem(key: string): string {
  if (!isArabic.test(key)) return key
  return strip(strip(key))
}

function strip(word: string): string {
  let rest = word
  const prefix = prefixes.find(
    (each) => rest.startsWith(each) && rest.length - each.length >= shortest
  )
  if (prefix !== undefined) rest = rest.slice(prefix.length)
  else if (rest.startsWith('و') && rest.length > shortest) rest = rest.slice(1)
  const suffix = suffixes.find(
    (each) => rest.endsWith(each) && rest.length - each.length >= shortest
  )
  return suffix === undefined ? rest : rest.slice(0, -suffix.length)
}
