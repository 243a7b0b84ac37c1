/** Why the body of a page differs from the gold, in words that can be checked. */
import type {ExtractedPage} from '../pipeline/extract/types.ts'

const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? []

interface Told {
  readonly token: string
  /** Why its line is no part of the article; null where it is one. */
  readonly reason: string | null
}

/** Runs of four words, as the scorer counts them, over the ends of lines; each with the first reason in it. */
function foursOf(words: readonly Told[]): {four: string; reason: string | null}[] {
  return Array.from({length: Math.max(words.length > 0 ? 1 : 0, words.length - 3)}, (_, n) => {
    const run = words.slice(n, n + 4)
    return {four: run.map(({token}) => token).join(' '), reason: run.find(({reason}) => reason !== null)?.reason ?? null}
  })
}

const told = (text: string, reason: string | null): Told[] => tokensOf(text).map((token) => ({token, reason}))

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`

/** What was taken that the gold has not, and where what it has was left. */
export function reasonFor(page: ExtractedPage, gold: string): string {
  const wanted = new Set(foursOf(told(gold, null)).map(({four}) => four))
  const words = page.lines.flatMap(({text}, n) => told(text, page.reasons[n] ?? null))
  const taken = new Set(foursOf(words.filter(({reason}) => reason === null)).map(({four}) => four))
  const left = new Map<string, Set<string>>()
  for (const {four, reason} of foursOf(words)) if (reason !== null) left.set(reason, (left.get(reason) ?? new Set()).add(four))
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
    const where = [...counts.map(([reason, count]) => `${percent(count, wanted.size)} set aside as ${reason}`), ...(nowhere > wanted.size * 0.05 ? [`${percent(nowhere, wanted.size)} printed nowhere so`] : [])]
    parts.push(`${percent(missed.length, wanted.size)} of it is missing${where.length > 0 ? ` (${where.join(', ')})` : ''}`)
  }
  return parts.join('; ')
}
