/** A text as two pages can be compared by: letters and digits, one space between words, lower case. */
export const folded = (text: string): string => wordsOf(text).join(' ')

/** Runs of letters, their marks, and digits; each letter of Chinese and Japanese, which part no words. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu

/** The words of a text as two pages can be compared by: of one form, in lower case. */
export const wordsOf = (text: string): string[] =>
  text.normalize('NFKC').toLowerCase().match(word) ?? []

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

/** How far two texts share their words, folded: twice the common ones by all of both. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const count = counts.get(word) ?? 0
    if (count > 0) {
      common++
      counts.set(word, count - 1)
    }
  }
  return (2 * common) / (a.length + b.length)
}
