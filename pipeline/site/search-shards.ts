import type {OutputFile} from '../write/output.ts'
import {decodeHits, decodeRuns, encodeHits, encodeRuns} from './search-codec.ts'
import {script} from './search-text.ts'

/** Characters of one shard of the dictionary, about. */
const shardSize = 9_000
/** Characters of hits that stand in the dictionary itself; longer lists have files of their own. */
const inlineSize = 4_000
/** Hits in one file of a long list. */
const partHits = 6_000

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
        const [text, made] = place(mergeHits(shares), encodeHits)
        files.push(...made)
        return `${shorten(word, stem)} ${text}`
      })
      return [...files, ...add(stem, `${stem} ${columns.join(' ')}`)]
    },
    addFacet(key, shares, names) {
      const [text, files] = place(mergeRuns(shares), encodeRuns)
      return [...files, ...add(key, [key, text, ...names].join('\t'))]
    },
    addName: (name, ids) => add(name, [name, ...ids].join('\t')),
    end: flush
  }
}

type Place = (
  numbers: readonly number[],
  encode: (numbers: readonly number[]) => string
) => [text: string, files: OutputFile[]]

/** Places lists: as they stand in the dictionary, and the files they fill if they are long. */
function openLongLists(): Place {
  let count = 0
  return (numbers, encode) => {
    const text = encode(numbers)
    if (text.length <= inlineSize) return [text, []]
    const files: OutputFile[] = []
    const parts: string[] = []
    for (let start = 0; start < numbers.length; start += partHits) {
      const part = numbers.slice(start, start + partHits)
      const name = `long-${++count}`
      parts.push(`${count}:${part[0]}:${part.length}`)
      files.push({path: `search/${name}.js`, bytes: script(name, encode(part))})
    }
    return [`~${parts.join(',')}`, files]
  }
}

/** A word behind its stem: `=` for the stem itself, `+ending`, or the word. */
const shorten = (word: string, stem: string): string =>
  word === stem ? '=' : word.startsWith(stem) ? `+${word.slice(stem.length)}` : word

const inOrder = (shares: Shares): Shares => [...shares].sort(([a], [b]) => a - b)

const mergeHits = (shares: Shares): number[] =>
  inOrder(shares).flatMap(([base, hits]) => decodeHits(hits).map((hit) => hit + base * 2))

const mergeRuns = (shares: Shares): number[] =>
  inOrder(shares).flatMap(([base, runs]) => decodeRuns(runs).map((n) => n + base))
