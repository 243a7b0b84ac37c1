import type {Edition} from '../source/types.ts'
import type {Article} from '../tree/types.ts'
import {claimNodes} from '../write/json-ld-claims.ts'
import {eventId} from '../write/json-ld-parts.ts'

/** A reading of ours in a sentence; its id is that of the Claim in the graph and the anchor of its note. */
export interface Reading {
  readonly id: string
  readonly value: string
  readonly text: string
  readonly language: string
}

/** Everything about an article that was worked out, in the order of the notes on its page. */
export const readingsOf = (article: Article, edition: Edition): Reading[] =>
  claimNodes(article, edition, (dialogue) => eventId(article, dialogue)).map((claim) => ({
    id: String(claim['@id']).split('#')[1] ?? '',
    value: String(claim.temporal),
    text: String(claim.text),
    language: String(claim.inLanguage)
  }))

/** The note that explains why some words are read as a value. */
export const readingOf = (
  readings: readonly Reading[],
  value: string,
  words: string
): Reading | undefined =>
  readings.find((each) => each.value === value && each.text.includes(words))
