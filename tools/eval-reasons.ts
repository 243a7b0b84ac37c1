/** Why the body of a page differs from the gold, in words that can be checked. */
import type {ExtractedPage} from '../pipeline/extract/types.ts'

const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? []

/** Runs of four words, as the scorer counts them. */
function foursOf(text: string): string[] {
  const words = tokensOf(text)
  return Array.from({length: Math.max(words.length > 0 ? 1 : 0, words.length - 3)}, (_, n) => words.slice(n, n + 4).join(' '))
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`

/** What was taken that the gold has not, and where what it has was left. */
export function reasonFor(page: ExtractedPage, gold: string): string {
  const wanted = new Set(foursOf(gold))
  const taken = new Set<string>()
  const left = new Map<string, Set<string>>()
  for (const [n, {text}] of page.lines.entries()) {
    const reason = page.reasons[n] ?? null
    const place = reason === null ? taken : (left.get(reason) ?? new Set())
    if (reason !== null) left.set(reason, place)
    for (const four of foursOf(text)) place.add(four)
  }
  const extra = [...taken].filter((four) => !wanted.has(four)).length
  const missed = [...wanted].filter((four) => !taken.has(four))
  const counts = [...left]
    .map(([reason, fours]): [string, number] => [reason, missed.filter((four) => fours.has(four)).length])
    .filter(([, count]) => count > missed.length * 0.05)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
  const nowhere = missed.filter((four) => ![...left.values()].some((fours) => fours.has(four))).length
  const parts = [`gold ${tokensOf(gold).length} words`]
  if (extra > 0) parts.push(`${percent(extra, taken.size)} of what is taken is not in it`)
  if (missed.length > 0) {
    const where = [...counts.map(([reason, count]) => `${percent(count, wanted.size)} set aside as ${reason}`), ...(nowhere > wanted.size * 0.05 ? [`${percent(nowhere, wanted.size)} in no line of the page`] : [])]
    parts.push(`${percent(missed.length, wanted.size)} of it is missing${where.length > 0 ? ` (${where.join(', ')})` : ''}`)
  }
  return parts.join('; ')
}
