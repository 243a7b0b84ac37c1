import {nameKey, wordKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import type {Entity} from '../tree/types.ts'

/** A name found in a text; UTF-16 indexes in that text. */
export interface FoundName {
  readonly start: number
  readonly end: number
  /** Every entity that has this name. */
  readonly entities: readonly Entity[]
}

interface Word {
  readonly start: number
  readonly end: number
  readonly key: string
}

/** Names by their folded words: one look-up a word, the longest name first. */
export interface NameIndex {
  find(text: string): FoundName[]
}

const word = /[\p{L}\p{M}\p{N}\u0640]+(?:['’][\p{L}\p{M}]+)*/gu

/** Indexes every spelling of the entities; Arabic particles before a name stay outside of it. */
export function indexNames(entities: readonly Entity[], tag: string): NameIndex {
  const byKey = new Map<string, Entity[]>()
  let longest = 1
  for (const entity of entities) {
    for (const name of entity.names) {
      const key = nameKey(name.value)
      if (!key) continue
      longest = Math.max(longest, key.split(' ').length)
      const list = byKey.get(key) ?? []
      if (!list.includes(entity)) byKey.set(key, [...list, entity])
    }
  }
  const proclitics = languageOf(tag).proclitics
  return {find: (text) => findNames(text, {byKey, longest, proclitics})}
}

interface Lookup {
  readonly byKey: ReadonlyMap<string, readonly Entity[]>
  readonly longest: number
  readonly proclitics: readonly string[]
}

function findNames(text: string, lookup: Lookup): FoundName[] {
  const words = [...text.matchAll(word)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: wordKey(match[0])
  }))
  const found: FoundName[] = []
  for (let n = 0; n < words.length; n++) {
    const match = longestAt(text, words, n, lookup)
    if (!match) continue
    found.push(match.name)
    n += match.count - 1
  }
  return found
}

/** The longest name that begins at a word, as printed or behind up to two particles. */
function longestAt(
  text: string,
  words: readonly Word[],
  n: number,
  lookup: Lookup
): {name: FoundName; count: number} | null {
  const first = words[n]
  if (!first) return null
  for (const skip of particleLengths(
    text.slice(first.start, first.end),
    lookup.proclitics
  )) {
    const head =
      skip === 0 ? first.key : wordKey(text.slice(first.start + skip, first.end))
    for (let count = Math.min(lookup.longest, words.length - n); count >= 1; count--) {
      const rest = words.slice(n + 1, n + count)
      if (
        !rest.every((each, k) =>
          /^[\s\u00A0.'’-]{1,3}$/u.test(text.slice(words[n + k]?.end, each.start))
        )
      )
        continue
      const entities = lookup.byKey.get([head, ...rest.map((each) => each.key)].join(' '))
      const last = words[n + count - 1]
      if (entities && last)
        return {name: {start: first.start + skip, end: last.end, entities}, count}
    }
  }
  return null
}

/** No particle, one, or و with another behind it. */
function particleLengths(printed: string, proclitics: readonly string[]): number[] {
  const [first, second] = printed
  if (!first || !proclitics.includes(first)) return [0]
  return second && proclitics.includes(second) ? [0, 1, 2] : [0, 1]
}
