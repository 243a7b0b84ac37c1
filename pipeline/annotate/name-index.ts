import {nameKey, wordKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import {nameWordsOf, type Word} from '../language/words.ts'
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
  const firstWords = new Set([...byKey.keys()].flatMap(beginnings))
  const lookup = {byKey, firstWords, longest, proclitics}
  return {find: (text) => (byKey.size === 0 ? [] : findNames(text, lookup))}
}

/** Every run of words that a key begins with: a printed word may have a space in its key (d’edat). */
const beginnings = (key: string): string[] => {
  const words = key.split(' ')
  return words.map((_, n) => words.slice(0, n + 1).join(' '))
}

interface Lookup {
  readonly byKey: ReadonlyMap<string, readonly Entity[]>
  /** Keys of the words that a name may begin with. */
  readonly firstWords: ReadonlySet<string>
  readonly longest: number
  readonly proclitics: readonly string[]
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
    if (!lookup.firstWords.has(head)) continue
    for (let count = Math.min(lookup.longest, words.length - n); count >= 1; count--) {
      const rest = words.slice(n + 1, n + count)
      if (
        !rest.every((each, k) =>
          /^[\s\u00A0.'’-]{1,3}$/u.test(text.slice(words[n + k]?.end, each.start))
        )
      )
        continue
      const entities = lookup.byKey.get(
        [head, ...rest.map((each) => wordKey(each.text))].join(' ')
      )
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
