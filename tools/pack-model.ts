/** Writes what was learned in the form that `pipeline/extract/model.ts` reads. */
import type {PackedForest} from '../pipeline/extract/model.ts'

/** Trees of a forest, each a flat list of nodes: feature (-1 for a leaf), threshold or value, left, right. */
export interface Grown {
  readonly base: number
  readonly trees: readonly (readonly number[])[]
}

export function packForest({base, trees}: Grown): PackedForest {
  const sizes = trees.map((tree) => tree.length / 4)
  const bytes = Buffer.alloc(8 * sizes.reduce((sum, size) => sum + size, 0))
  let at = 0
  for (const tree of trees)
    for (let n = 0; n < tree.length; n += 4) {
      bytes.writeInt16LE(tree[n]!, at)
      bytes.writeUInt16LE(tree[n + 2]!, at + 2)
      bytes.writeFloatLE(tree[n + 1]!, at + 4)
      at += 8
    }
  return {base, sizes: sizes.join(' '), nodes: bytes.toString('base64')}
}

/** `word score` pairs. */
export const packScores = (scores: ReadonlyMap<string, number>): string =>
  [...scores].map(([word, score]) => `${word} ${score}`).join(' ')
