import {wordKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import {nameWordsOf, type Word} from '../language/words.ts'
import type {Names} from '../source/names.ts'
import type {Entity} from '../tree/types.ts'

/** A name found in a text; UTF-16 indexes in that text. */
export interface FoundName {
  readonly start: number
  readonly end: number
  /** Every entity that has this name. */
  readonly entities: readonly Entity[]
}

/** Names by their folded words: one look-up a word, the longest name first. */
export interface NameIndex {
  find(text: string): FoundName[]
}

/**
 * Indexes what the entities of several lists are called; Arabic particles before a name stay outside of it.
 * @param order of the entities of a name that stands in several lists
 */
export function indexNames(
  lists: readonly Names[],
  tag: string,
  order: (a: Entity, b: Entity) => number
): NameIndex {
  const layers = lists.filter(({byKey}) => byKey.size > 0)
  const longest = Math.max(1, ...layers.map((each) => each.longest))
  const lookup = {layers, longest, order, proclitics: languageOf(tag).proclitics}
  return {find: (text) => (layers.length === 0 ? [] : findNames(text, lookup))}
}

interface Lookup {
  readonly layers: readonly Names[]
  /** Words of the longest name. */
  readonly longest: number
  readonly proclitics: readonly string[]
  order(a: Entity, b: Entity): number
}

/** Everybody who has a name; null where nobody has. */
function namedBy(key: string, {layers, order}: Lookup): readonly Entity[] | null {
  let found: readonly Entity[] | null = null
  for (const {byKey} of layers) {
    const more = byKey.get(key)
    if (more) found = found ? [...new Set([...found, ...more])].sort(order) : more
  }
  return found
}

function findNames(text: string, lookup: Lookup): FoundName[] {
  const words = nameWordsOf(text)
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
  for (const skip of particleLengths(first.text, lookup.proclitics)) {
    const head = wordKey(skip === 0 ? first.text : first.text.slice(skip))
    if (!lookup.layers.some(({beginnings}) => beginnings.has(head))) continue
    for (let count = Math.min(lookup.longest, words.length - n); count >= 1; count--) {
      const rest = words.slice(n + 1, n + count)
      if (
        !rest.every((each, k) =>
          /^[\s\u00A0.'’-]{1,3}$/u.test(text.slice(words[n + k]?.end, each.start))
        )
      )
        continue
      const key = [head, ...rest.map((each) => wordKey(each.text))].join(' ')
      const entities = namedBy(key, lookup)
      const last = words[n + count - 1]
      if (entities && last)
        return {name: {start: first.start + skip, end: last.end, entities}, count}
    }
  }
  return null
}

const none = [0] as const
const one = [0, 1] as const
const two = [0, 1, 2] as const

/** No particle, one, or و with another behind it. */
function particleLengths(
  printed: string,
  proclitics: readonly string[]
): readonly number[] {
  if (proclitics.length === 0 || !proclitics.includes(printed[0] ?? '')) return none
  return proclitics.includes(printed[1] ?? '') ? two : one
}
