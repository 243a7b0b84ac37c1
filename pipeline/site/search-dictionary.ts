import {lightStem} from '../language/search.ts'
import {firstWhere} from '../tree/halving.ts'

/** What leads a search to the files of the index. */
export interface Manifest {
  readonly documents: number
  /** The first key of each shard of the dictionary. */
  readonly shards: readonly string[]
  /** The first document of each file of the table of articles. */
  readonly blocks: readonly number[]
}

/** Fetches what a file of the index holds by its name: `terms-1`, or `<slug>/1` for a piece of text. */
export type Load = <Value>(name: string) => Promise<Value>

/** Words of one stem. */
export interface WordGroup {
  readonly stem: string
  /** Hits of each word, as they stand in the dictionary. */
  readonly words: ReadonlyMap<string, string>
}

interface Shard {
  readonly groups: ReadonlyMap<string, WordGroup>
  /** Groups of a word. */
  readonly byWord: ReadonlyMap<string, readonly WordGroup[]>
  /** Fields of facets and names, by their key. */
  readonly others: ReadonlyMap<string, readonly string[]>
}

/** The dictionary of the index, read shard by shard. */
export interface Dictionary {
  /**
   * The groups of a word; where none has it, those of the longest stem that it begins with.
   * @param isBeginning whether words that begin with it count too, while it is being typed
   */
  groupsOf(word: string, isBeginning: boolean): Promise<WordGroup[]>
  /** The fields of a facet or name. */
  fieldsOf(key: string): Promise<readonly string[] | undefined>
}

/** Groups that the beginning of a word may stand for, at most. */
const mostGroups = 24

export function openDictionary(manifest: Manifest, load: Load): Dictionary {
  const shards = new Map<number, Promise<Shard>>()
  const shard = (n: number): Promise<Shard> => {
    const open = shards.get(n) ?? load<string>(`terms-${n + 1}`).then(parseShard)
    shards.set(n, open)
    return open
  }
  const placeOf = (key: string): number =>
    Math.max(0, upperBound(manifest.shards, key) - 1)
  return {
    async groupsOf(word, isBeginning) {
      const stem = lightStem(word)
      const keys = stem === word ? beginnings(word) : [stem]
      const places = [...new Set(keys.map(placeOf))]
      const open = await Promise.all(places.map(shard))
      const exact = open.flatMap(({groups, byWord}) =>
        stem === word ? (byWord.get(word) ?? []) : (groups.get(stem) ?? [])
      )
      const arabic =
        stem === word ? open.flatMap(({groups}) => groups.get(stem) ?? []) : []
      const found = [...new Set([...exact, ...arabic])]
      if (isBeginning) found.push(...longer(open, word, found))
      return found.length > 0 ? found : shorter(open, keys)
    },
    async fieldsOf(key) {
      const {others} = await shard(placeOf(key))
      return others.get(key)
    }
  }
}

/** The word and what is left of it without its last letters, as stems are. */
function beginnings(word: string): string[] {
  const list = [word]
  for (let cut = 1; cut <= 4 && word.length - cut >= 3; cut++)
    list.push(word.slice(0, -cut))
  return list
}

/** How many of the sorted keys are not behind `key`. */
const upperBound = (keys: readonly string[], key: string): number =>
  firstWhere(keys.length, (n) => (keys[n] ?? '') > key)

const longer = (
  open: readonly Shard[],
  word: string,
  found: readonly WordGroup[]
): WordGroup[] =>
  open
    .flatMap(({groups}) => [...groups.values()])
    .filter(
      (group) =>
        !found.includes(group) &&
        (group.stem.startsWith(word) ||
          [...group.words.keys()].some((each) => each.startsWith(word)))
    )
    .slice(0, mostGroups)

function shorter(open: readonly Shard[], keys: readonly string[]): WordGroup[] {
  for (const key of keys) {
    const found = open.flatMap(({groups}) => groups.get(key) ?? [])
    if (found.length > 0) return found
  }
  return []
}

/** A line is a stem with words and hits, or a facet or name with fields behind tabs. */
function parseShard(text: string): Shard {
  const groups = new Map<string, WordGroup>()
  const byWord = new Map<string, WordGroup[]>()
  const others = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      const [key = '', ...fields] = line.split('\t')
      others.set(key, fields)
      continue
    }
    const [stem = '', ...columns] = line.split(' ')
    const words = new Map<string, string>()
    const group = {stem, words}
    for (let n = 0; n < columns.length; n += 2) {
      const word = lengthen(columns[n] ?? '', stem)
      words.set(word, columns[n + 1] ?? '')
      byWord.set(word, [...(byWord.get(word) ?? []), group])
    }
    groups.set(stem, group)
  }
  return {groups, byWord, others}
}

const lengthen = (column: string, stem: string): string =>
  column === '=' ? stem : column.startsWith('+') ? stem + column.slice(1) : column
