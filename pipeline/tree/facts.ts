import type {Fact, Metadata} from './types.ts'

const rank = {declared: 0, stated: 1, inferred: 2} as const

/**
 * Adds a fact to a field; a declared fact wins over a stated one, a stated one over an inferred
 * one, the earlier of two equals over the later. What lost stays in the list.
 */
export function addFact(metadata: Metadata, field: string, fact: Fact): void {
  const facts = metadata[field] ?? []
  const place = facts.findIndex((other) => rank[other.basis] > rank[fact.basis])
  facts.splice(place < 0 ? facts.length : place, 0, fact)
  metadata[field] = facts
}

/** A copy that facts can be added to; facts themselves are never changed. */
export const copyMetadata = (metadata: Metadata): Metadata =>
  Object.fromEntries(
    Object.entries(metadata).map(([field, facts]) => [field, [...facts]])
  )

/** The fact that holds, if there is one. */
export const factOf = (metadata: Metadata, field: string): Fact | undefined =>
  metadata[field]?.[0]

/** The value that holds, where it is a string. */
export function stringOf(metadata: Metadata, field: string): string | undefined {
  const value = factOf(metadata, field)?.value
  return typeof value === 'string' ? value : undefined
}

/** Fields that hold several values at once: every fact of the winning basis holds. */
const plural = new Set([
  'authors',
  'keywords',
  'mentions',
  'about',
  'isBasedOn',
  'citation',
  'image'
])

/** The facts of a field that hold: one, or all of the winning basis where a field is plural. */
export function holdingFacts(metadata: Metadata, field: string): Fact[] {
  const facts = metadata[field] ?? []
  const first = facts[0]
  if (!first) return []
  return plural.has(field) ? facts.filter((fact) => fact.basis === first.basis) : [first]
}

/** The words a fact is stated in, where the tree holds them. */
export function printedText(fact: Fact): string | undefined {
  if (fact.text !== undefined) return fact.text
  const {position} = fact
  const text = statedText(fact)
  const length = position ? position.end.offset - position.start.offset : undefined
  return text?.length === length ? text : undefined
}

/** What a fact says in words, however its source writes them: with references, or in more white space. */
export function statedText({text, value}: Fact): string | undefined {
  if (text !== undefined) return text
  if (typeof value === 'object' && 'name' in value) return value.name
  return typeof value === 'object' ? undefined : String(value)
}
