/** A text as two pages can be compared by: letters and digits, one space between words, lower case. */
export const folded = (text: string): string => wordsOf(text).join(' ')

/** Runs of letters, their marks, and digits; each letter of Chinese and Japanese, which part no words. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu

/** The words of a text as two pages can be compared by: of one form, in lower case. */
export const wordsOf = (text: string): string[] =>
  (isAscii.test(text)
    ? text.toLowerCase().match(asciiWord)
    : text.normalize('NFKC').toLowerCase().match(word)) ?? []

/** The same words, told in a third of the time. */
const isAscii = /^[\0-\x7F]*$/
const asciiWord = /[a-z0-9]+/g

/** Names behind a headline: ` | Site`, ` - Site`, ` » Site`. */
const separator = / [|–—»·•:-]{1,2} | ?[|»] ?/gu

/** A title without the site's name at its end or start, and the parts that were cut off. */
export function headlineOfTitle(title: string, names: readonly string[]): string {
  const parts = title
    .replace(/\s+/gu, ' ')
    .split(separator)
    .map((part) => part.trim())
  if (parts.length < 2) return title.trim()
  const known = new Set(names.map(folded).filter(Boolean))
  const kept = parts.filter((part) => !known.has(folded(part)))
  if (kept.length > 0 && kept.length < parts.length) return longest(kept)
  return longest(parts)
}

const longest = (parts: readonly string[]): string =>
  parts.reduce((best, part) => (part.length > best.length ? part : best), '')

/** The words of a text that many are compared with. */
export interface Bag {
  /** How often each of them stands in it. */
  readonly counts: ReadonlyMap<string, number>
  readonly length: number
}

export function bagOf(words: readonly string[]): Bag {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return {counts, length: words.length}
}

/** How far two texts share their words, folded: twice the common ones by all of both. */
export function likeness(words: readonly string[], {counts, length}: Bag): number {
  if (words.length === 0 || length === 0) return 0
  let common = 0
  // Most lines share no word with a title.
  let taken: Map<string, number> | null = null
  for (const word of words) {
    const count = counts.get(word)
    if (count === undefined) continue
    taken ??= new Map()
    const before = taken.get(word) ?? 0
    if (before < count) common++
    taken.set(word, before + 1)
  }
  return (2 * common) / (words.length + length)
}
