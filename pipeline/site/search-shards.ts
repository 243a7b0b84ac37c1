import type {OutputFile} from '../write/output.ts'
import {
  decodeHits,
  decodeRuns,
  encodeHits,
  encodeRuns,
  type Hit,
  type Run
} from './search-codec.ts'
import {script} from './search-text.ts'

/** Characters of one shard of the dictionary, about. */
const shardSize = 9_000
/** Characters of hits that stand in the dictionary itself; longer lists have files of their own. */
const inlineSize = 4_000
/** Hits in one file of a long list, and runs, which take about twice the room. */
const partHits = 6_000
const partRuns = 3_000

/** Where the articles' documents begin in the numbering of the edition, by slug. */
export type Bases = ReadonlyMap<string, number>

/** The shares of articles in one entry: first document of the article, and its hits. */
export type Shares = readonly (readonly [base: number, hits: string])[]

/** Writes the dictionary, entry by entry in code-point order of their keys. */
export interface ShardWriter {
  /** A stem with its words, each with its shares. */
  addWords(stem: string, words: readonly (readonly [string, Shares])[]): OutputFile[]
  /** A facet, with the names of whom it stands for. */
  addFacet(key: string, shares: Shares, names: readonly string[]): OutputFile[]
  /** A name and what it may stand for. */
  addName(name: string, ids: readonly string[]): OutputFile[]
  end(): OutputFile[]
  /** The first key of each shard. */
  readonly firstKeys: readonly string[]
}

/** Opens the dictionary: `search/terms-1.js` and on, and `search/long-1.js` and on for long lists. */
export function openShards(): ShardWriter {
  const firstKeys: string[] = []
  let lines: string[] = []
  let size = 0
  const flush = (): OutputFile[] => {
    if (lines.length === 0) return []
    const name = `terms-${firstKeys.length}`
    const file = {path: `search/${name}.js`, bytes: script(name, lines.join('\n'))}
    lines = []
    size = 0
    return [file]
  }
  const add = (key: string, line: string): OutputFile[] => {
    const files = size + line.length > shardSize ? flush() : []
    if (lines.length === 0) firstKeys.push(key)
    lines.push(line)
    size += line.length
    return files
  }
  const place = openLongLists()
  return {
    firstKeys,
    addWords(stem, words) {
      const files: OutputFile[] = []
      const columns = words.map(([word, shares]) => {
        const [text, made] = place(mergeHits(shares), hitLists)
        files.push(...made)
        return `${shorten(word, stem)} ${text}`
      })
      return [...files, ...add(stem, `${stem} ${columns.join(' ')}`)]
    },
    addFacet(key, shares, names) {
      const [text, files] = place(mergeRuns(shares), runLists)
      return [...files, ...add(key, [key, text, ...names].join('\t'))]
    },
    addName: (name, ids) => add(name, [name, ...ids].join('\t')),
    end: flush
  }
}

/** How lists of one kind are written: whole, and in parts with the first document and the count of each. */
interface ListKind<Item> {
  readonly partLength: number
  encode(items: readonly Item[]): string
  first(part: readonly Item[]): number
  count(part: readonly Item[]): number
}

const hitLists: ListKind<Hit> = {
  partLength: partHits,
  encode: encodeHits,
  first: ([hit = 0]) => Math.floor(hit / 2),
  count: (part) => part.length
}

const runLists: ListKind<Run> = {
  partLength: partRuns,
  encode: encodeRuns,
  first: ([run]) => run?.[0] ?? 0,
  count: (part) => part.reduce((sum, [, count]) => sum + count, 0)
}

type Place = <Item>(
  items: readonly Item[],
  kind: ListKind<Item>
) => [text: string, files: OutputFile[]]

/** Places lists: as they stand in the dictionary, and the files they fill if they are long. */
function openLongLists(): Place {
  let files = 0
  return (items, {partLength, encode, first, count}) => {
    const text = encode(items)
    if (text.length <= inlineSize) return [text, []]
    const made: OutputFile[] = []
    const parts: string[] = []
    for (let start = 0; start < items.length; start += partLength) {
      const part = items.slice(start, start + partLength)
      const name = `long-${++files}`
      parts.push(`${files}:${first(part)}:${count(part)}`)
      made.push({path: `search/${name}.js`, bytes: script(name, encode(part))})
    }
    return [`~${parts.join(',')}`, made]
  }
}

/** A word behind its stem: `=` for the stem itself, `+ending`, or the word. */
const shorten = (word: string, stem: string): string =>
  word === stem ? '=' : word.startsWith(stem) ? `+${word.slice(stem.length)}` : word

const inOrder = (shares: Shares): Shares => [...shares].sort(([a], [b]) => a - b)

const mergeHits = (shares: Shares): number[] =>
  inOrder(shares).flatMap(([base, hits]) => decodeHits(hits).map((hit) => hit + base * 2))

/** Runs of articles that follow one another become one. */
function mergeRuns(shares: Shares): Run[] {
  const merged: [number, number][] = []
  for (const [base, runs] of inOrder(shares))
    for (const [first, count] of decodeRuns(runs)) {
      const last = merged.at(-1)
      if (last && last[0] + last[1] === base + first) last[1] += count
      else merged.push([base + first, count])
    }
  return merged
}
