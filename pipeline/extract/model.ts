/** Trees: every node of every tree, one after the other. */
export interface Forest {
  /** Log-odds before any tree. */
  readonly base: number
  /** Index of the first node of each tree. */
  readonly roots: readonly number[]
  /** Index of the feature that a node asks for; -1 for a leaf. */
  readonly features: Int16Array
  /** What the feature is compared with; of a leaf the log-odds it adds. */
  readonly values: Float32Array
  /** Index of the node for less or the same; that for more stands behind it. */
  readonly nexts: Uint32Array
}

/** What was learned from pages whose articles are known. */
export interface Model {
  /** Log-odds of a line being of the article, by a word of the names of the elements around it. */
  readonly names: ReadonlyMap<string, number>
  /** The same by a word of the line. */
  readonly words: ReadonlyMap<string, number>
  readonly forest: Forest
  /** The least probability of a line of the article. */
  readonly threshold: number
}

/** A model as it is kept: a few long strings, so that to load it costs nothing before it is used. */
export interface PackedModel {
  /** `word score` pairs, parted by spaces. */
  readonly names: string
  readonly words: string
  readonly forest: PackedForest
  readonly threshold: number
}

/** Nodes as base64 of eight bytes each, little-endian: feature (16 bits), next (16, within its tree), value (a 32-bit float). */
export interface PackedForest {
  readonly base: number
  /** Nodes of each tree. */
  readonly sizes: string
  readonly nodes: string
}

/** Makes a kept model ready for use. */
export const unpackModel = ({names, words, forest, threshold}: PackedModel): Model => ({
  names: unpackScores(names),
  words: unpackScores(words),
  forest: unpackForest(forest),
  threshold
})

function unpackScores(packed: string): Map<string, number> {
  const parts = packed.split(' ')
  const scores = new Map<string, number>()
  for (let n = 0; n + 1 < parts.length; n += 2)
    scores.set(parts[n] ?? '', Number(parts[n + 1]))
  return scores
}

function unpackForest({base, sizes, nodes}: PackedForest): Forest {
  const bytes = Uint8Array.from(atob(nodes), (char) => char.charCodeAt(0))
  const view = new DataView(bytes.buffer)
  const count = bytes.length / 8
  const features = new Int16Array(count)
  const values = new Float32Array(count)
  const nexts = new Uint32Array(count)
  const roots: number[] = []
  let root = 0
  for (const size of sizes.split(' ').map(Number)) {
    roots.push(root)
    for (let n = root; n < root + size; n++) {
      features[n] = view.getInt16(8 * n, true)
      nexts[n] = root + view.getUint16(8 * n + 2, true)
      values[n] = view.getFloat32(8 * n + 4, true)
    }
    root += size
  }
  return {base, roots, features, values, nexts}
}

/** Log-odds beyond which no tree that follows changes what is said of a line, and where they are looked at first. */
const settled = 6
const leastTrees = 80

/** The probability that a forest gives a row of features; most lines are plain before all of its trees were asked. */
export function probability(forest: Forest, row: Float32Array): number {
  const {features, values, nexts, roots} = forest
  let sum = forest.base
  for (let n = 0; n < roots.length; n++) {
    if (n >= leastTrees && Math.abs(sum) > settled) break
    let at = roots[n] ?? 0
    for (let feature = features[at] ?? -1; feature >= 0; feature = features[at] ?? -1)
      at = (nexts[at] ?? 0) + ((row[feature] ?? 0) <= (values[at] ?? 0) ? 0 : 1)
    sum += values[at] ?? 0
  }
  return 1 / (1 + Math.exp(-sum))
}
