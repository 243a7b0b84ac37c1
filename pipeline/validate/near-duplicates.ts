import {fold} from '../language/fold.ts'
import {plainText} from '../tree/text.ts'
import type {Article} from '../tree/types.ts'
import {textBlocks} from '../tree/walk.ts'
import {createSignatureShelf, mixed} from './signature-shelf.ts'

/**
 * MinHash: of every run of four words a hash, of every one of sixty orders of all hashes the first. The
 * share of equal numbers in two signatures is about the share of runs that two texts have in common.
 * Packages for it are not kept (minhash, simhash-js) or bring a megabyte along (bloom-filters).
 * @see https://doi.org/10.1109/SEQUEN.1997.666900 Broder, On the resemblance and containment of documents
 */
export type Signature = readonly number[]

/** Another article that says nearly the same. */
export interface Twin {
  readonly id: string
  /** Share of runs of words that both have, 0 to 1. */
  readonly share: number
}

/** Words of a run; orders; and how many of them in a row must agree for two texts to be compared: of two that share 0.6, 99 in 100 are. */
const run = 4
const orders = 60
const rows = 3
/** Texts with fewer runs are too short to tell; less in common is not nearly the same. */
const fewestRuns = 20
const leastShare = 0.6

/** The signature of an article's text; null where it is too short to tell. */
export function signatureOf(article: Article): Signature | null {
  const words = [...textBlocks(article)].flatMap((block) =>
    wordsOf(plainText(block.children))
  )
  if (words.length < fewestRuns + run - 1) return null
  const hashes = Uint32Array.from(words, hashOf)
  const least = new Uint32Array(orders).fill(0xffffffff)
  for (let n = 0; n + run <= hashes.length; n++) {
    let hash = 0
    for (let k = 0; k < run; k++) hash = mixed(hash ^ (hashes[n + k] ?? 0))
    for (let order = 0; order < orders; order++) {
      const value = (Math.imul(hash, factors[order] ?? 0) + (addends[order] ?? 0)) >>> 0
      if (value < (least[order] ?? 0)) least[order] = value
    }
  }
  return Array.from(least)
}

/** Finds, of articles that come one behind the other, the one before that is likest. Holds signatures, no texts. */
export function createTwinFinder(): {
  add(id: string, signature: Signature): Twin | null
} {
  const ids: string[] = []
  const shelf = createSignatureShelf({orders, rows})
  return {
    add(id, signature) {
      const own = ids.push(id) - 1
      let twin: Twin | null = null
      for (const other of shelf.add(signature)) {
        const share = shelf.share(other, own)
        if (share >= leastShare && share > (twin?.share ?? 0))
          twin = {id: ids[other] ?? '', share}
      }
      return twin
    }
  }
}

/** Words in their search form; in scripts without spaces each character is one. */
const wordsOf = (text: string): string[] =>
  fold(text).match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu
  ) ?? []

/** FNV-1a of the code units. @see https://datatracker.ietf.org/doc/draft-eastlake-fnv/ */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < word.length; n++)
    hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193)
  return hash >>> 0
}

/** Orders of all numbers, the same on every machine: an odd factor and an addend each. */
const factors = Int32Array.from({length: orders}, (_, n) => mixed(2 * n + 1) | 1)
const addends = Int32Array.from({length: orders}, (_, n) => mixed(2 * n + 2))
