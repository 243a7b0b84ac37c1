/** Gradient-boosted trees for a yes or no, on histograms; the same rows and seed give the same forest. */
import type {Grown} from './pack-model.ts'

export interface Samples {
  readonly rows: readonly Float32Array[]
  /** 0 to 1 */
  readonly labels: Float32Array
  readonly weights: Float32Array
}

export interface Settings {
  readonly trees: number
  /** Most leaves of a tree: the leaf whose split gains most is split next. */
  readonly leaves: number
  readonly rate: number
  /** Share of the rows with the steepest gradient that each tree sees, share of the others, and of the features. */
  readonly steep: number
  readonly others: number
  readonly features: number
  /** Least sum of second derivatives in a leaf, and its penalty. */
  readonly least: number
  readonly penalty: number
}

const most = 48

/** xorshift32: the same numbers on every machine. */
export function random(seed: number): () => number {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4294967296
  }
}

interface Binned {
  readonly bins: readonly Uint8Array[]
  readonly edges: readonly Float32Array[]
}

function bin(rows: readonly Float32Array[]): Binned {
  const width = rows[0]!.length
  const bins: Uint8Array[] = []
  const edges: Float32Array[] = []
  const step = Math.max(1, Math.floor(rows.length / 40_000))
  for (let f = 0; f < width; f++) {
    const sample: number[] = []
    for (let n = 0; n < rows.length; n += step) sample.push(rows[n]![f]!)
    sample.sort((a, b) => a - b)
    const cuts: number[] = []
    const distinct = [...new Set(sample)]
    if (distinct.length <= most)
      for (let n = 0; n + 1 < distinct.length; n++) cuts.push((distinct[n]! + distinct[n + 1]!) / 2)
    else
      for (let n = 1; n < most; n++) {
        const cut = sample[Math.floor((n * sample.length) / most)]!
        if (cuts.at(-1) !== cut) cuts.push(cut)
      }
    const edge = Float32Array.from(cuts.map((cut) => Number(cut.toPrecision(4))))
    const column = new Uint8Array(rows.length)
    for (let n = 0; n < rows.length; n++) {
      const value = rows[n]![f]!
      let low = 0
      let high = edge.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (value <= edge[middle]!) high = middle
        else low = middle + 1
      }
      column[n] = low
    }
    bins.push(column)
    edges.push(edge)
  }
  return {bins, edges}
}

export function train(samples: Samples, settings: Settings, seed = 7): Grown {
  const {rows, labels, weights} = samples
  const {bins, edges} = bin(rows)
  const next = random(seed)
  const count = rows.length
  let positive = 0
  let all = 0
  for (let n = 0; n < count; n++) {
    positive += weights[n]! * labels[n]!
    all += weights[n]!
  }
  const base = Math.log(positive / (all - positive))
  const scores = new Float64Array(count).fill(base)
  const grad = new Float64Array(count)
  const hess = new Float64Array(count)
  const trees: number[][] = []
  for (let t = 0; t < settings.trees; t++) {
    const chosen: number[] = []
    for (let n = 0; n < count; n++) {
      const p = 1 / (1 + Math.exp(-scores[n]!))
      grad[n] = weights[n]! * (p - labels[n]!)
      hess[n] = weights[n]! * Math.max(1e-6, p * (1 - p))
    }
    const order = Float64Array.from(grad, Math.abs).sort()
    const border = order[Math.floor(count * (1 - settings.steep))]!
    const amplify = 1 / settings.others
    for (let n = 0; n < count; n++) {
      if (Math.abs(grad[n]!) >= border) chosen.push(n)
      else if (next() < settings.others) {
        grad[n]! *= amplify
        hess[n]! *= amplify
        chosen.push(n)
      }
    }
    const features = bins.map((_, f) => f).filter(() => next() < settings.features)
    const tree = grow(Int32Array.from(chosen), {bins, edges, grad, hess, features, settings})
    trees.push(tree)
    for (let n = 0; n < count; n++) scores[n]! += leaf(tree, rows[n]!)
  }
  return {base: round(base), trees}
}

const round = (value: number): number => Number(value.toPrecision(4))

function leaf(tree: readonly number[], row: Float32Array): number {
  let at = 0
  while (tree[at]! >= 0) at = 4 * (row[tree[at]!]! <= tree[at + 1]! ? tree[at + 2]! : tree[at + 3]!)
  return tree[at + 1]!
}

interface Growing {
  readonly bins: readonly Uint8Array[]
  readonly edges: readonly Float32Array[]
  readonly grad: Float64Array
  readonly hess: Float64Array
  readonly features: readonly number[]
  readonly settings: Settings
}

/** A leaf with the sums of first and second derivatives of its rows, by feature and bin. */
interface Leaf {
  readonly rows: Int32Array
  readonly index: number
  readonly sums: Float64Array
  readonly g: number
  readonly h: number
  readonly split: Split | null
}
interface Split {
  readonly gain: number
  readonly feature: number
  readonly cut: number
  readonly g: number
  readonly h: number
}

function grow(rows: Int32Array, growing: Growing): number[] {
  const {bins, edges, settings} = growing
  const tree: number[] = [-1, 0, 0, 0]
  let g = 0
  let h = 0
  for (const n of rows) {
    g += growing.grad[n]!
    h += growing.hess[n]!
  }
  const open: Leaf[] = [leafOf({rows, index: 0, sums: sumsOf(rows, growing), g, h}, growing)]
  for (let count = 1; count < settings.leaves; count++) {
    const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a))
    const {split} = best
    if (!split) break
    open.splice(open.indexOf(best), 1)
    const column = bins[split.feature]!
    const left = best.rows.filter((n) => column[n]! <= split.cut)
    const right = best.rows.filter((n) => column[n]! > split.cut)
    // The sums of the larger part are what the smaller leaves of those of both.
    const isLeftSmaller = left.length <= right.length
    const small = sumsOf(isLeftSmaller ? left : right, growing)
    const large = best.sums
    for (let n = 0; n < large.length; n++) large[n]! -= small[n]!
    const at = tree.length / 4
    tree.push(-1, 0, 0, 0, -1, 0, 0, 0)
    tree.splice(4 * best.index, 4, split.feature, Number(edges[split.feature]![split.cut]!.toPrecision(5)), at, at + 1)
    open.push(
      leafOf({rows: left, index: at, sums: isLeftSmaller ? small : large, g: split.g, h: split.h}, growing),
      leafOf({rows: right, index: at + 1, sums: isLeftSmaller ? large : small, g: best.g - split.g, h: best.h - split.h}, growing)
    )
  }
  for (const each of open) tree[4 * each.index + 1] = round((-each.g / (each.h + settings.penalty)) * settings.rate)
  return tree
}

function sumsOf(rows: Int32Array, {bins, grad, hess, features}: Growing): Float64Array {
  const sums = new Float64Array(features.length * most * 2)
  for (const [k, f] of features.entries()) {
    const column = bins[f]!
    const from = k * most * 2
    for (let r = 0; r < rows.length; r++) {
      const n = rows[r]!
      const at = from + 2 * column[n]!
      sums[at]! += grad[n]!
      sums[at + 1]! += hess[n]!
    }
  }
  return sums
}

function leafOf(leaf: Omit<Leaf, 'split'>, {edges, features, settings}: Growing): Leaf {
  const {sums, g, h} = leaf
  const score = (g * g) / (h + settings.penalty)
  let split: Split | null = null
  if (h > 2 * settings.least)
    for (const [k, feature] of features.entries()) {
      const size = edges[feature]!.length + 1
      const from = k * most * 2
      let lg = 0
      let lh = 0
      for (let cut = 0; cut + 1 < size; cut++) {
        lg += sums[from + 2 * cut]!
        lh += sums[from + 2 * cut + 1]!
        const rh = h - lh
        if (lh < settings.least || rh < settings.least) continue
        const rg = g - lg
        const gain = (lg * lg) / (lh + settings.penalty) + (rg * rg) / (rh + settings.penalty) - score
        if (gain > (split?.gain ?? 1e-4)) split = {gain, feature, cut, g: lg, h: lh}
      }
    }
  return {...leaf, split}
}
