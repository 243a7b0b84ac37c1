import {nameKey} from '../language/fold.ts'
import {rememberOf} from '../tree/remember.ts'
import type {Entity} from '../tree/types.ts'

/** What a list of entities is called. */
export interface Names {
  /** By `nameKey`, the entities in the order of the list. */
  readonly byKey: ReadonlyMap<string, readonly Entity[]>
  /** Every run of words that a key begins with: a printed word may have a space in its key (d’edat). */
  readonly beginnings: ReadonlySet<string>
  /** Words of the longest key. */
  readonly longest: number
  /** Who has a word in a name; null where several have it. */
  readonly owners: ReadonlyMap<string, Entity | null>
}

/** What entities are called; worked out once for a list, since every article asks for that of the authority file. */
export const namesOf = rememberOf((entities: readonly Entity[]) =>
  gather(entities.flatMap((entity) => entity.names.map(({value}) => ({entity, value}))))
)

/** The same of single names, each of an entity. */
export function gather(
  names: readonly {readonly entity: Entity; readonly value: string}[]
): Names {
  const byKey = new Map<string, Entity[]>()
  const beginnings = new Set<string>()
  const owners = new Map<string, Entity | null>()
  let longest = 1
  for (const {entity, value} of names) {
    const key = nameKey(value)
    if (!key) continue
    const list = byKey.get(key)
    if (!list) byKey.set(key, [entity])
    else if (!list.includes(entity)) list.push(entity)
    const words = key.split(' ')
    longest = Math.max(longest, words.length)
    for (const [n, word] of words.entries()) {
      beginnings.add(words.slice(0, n + 1).join(' '))
      const owner = owners.get(word)
      if (owner === undefined) owners.set(word, entity)
      else if (owner && owner.id !== entity.id) owners.set(word, null)
    }
  }
  return {byKey, beginnings, longest, owners}
}

/** The entities with a name, in the order of their list. @param key `nameKey` of it */
export const namedBy = (entities: readonly Entity[], key: string): readonly Entity[] =>
  namesOf(entities).byKey.get(key) ?? none

const none: readonly Entity[] = []
