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
  readonly depth: number
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

interface Node {
  readonly rows: Int32Array
  readonly g: number
  readonly h: number
  readonly index: number
  readonly level: number
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

function grow(rows: Int32Array, growing: Growing): number[] {
  const {bins, edges, grad, hess, features, settings} = growing
  const tree: number[] = [-1, 0, 0, 0]
  let g = 0
  let h = 0
  for (const n of rows) {
    g += grad[n]!
    h += hess[n]!
  }
  const open: Node[] = [{rows, g, h, index: 0, level: 0}]
  const hg = new Float64Array(most + 1)
  const hh = new Float64Array(most + 1)
  for (let node = open.pop(); node; node = open.pop()) {
    const score = (node.g * node.g) / (node.h + settings.penalty)
    let best = 1e-4
    let feature = -1
    let cut = 0
    let leftG = 0
    let leftH = 0
    if (node.level < settings.depth && node.h > 2 * settings.least)
      for (const f of features) {
        const column = bins[f]!
        const size = edges[f]!.length + 1
        if (size < 2) continue
        hg.fill(0, 0, size)
        hh.fill(0, 0, size)
        for (let k = 0; k < node.rows.length; k++) {
          const n = node.rows[k]!
          const b = column[n]!
          hg[b]! += grad[n]!
          hh[b]! += hess[n]!
        }
        let lg = 0
        let lh = 0
        for (let b = 0; b + 1 < size; b++) {
          lg += hg[b]!
          lh += hh[b]!
          const rh = node.h - lh
          if (lh < settings.least || rh < settings.least) continue
          const rg = node.g - lg
          const gain =
            (lg * lg) / (lh + settings.penalty) + (rg * rg) / (rh + settings.penalty) - score
          if (gain > best) {
            best = gain
            feature = f
            cut = b
            leftG = lg
            leftH = lh
          }
        }
      }
    if (feature < 0) {
      tree[4 * node.index + 1] = round((-node.g / (node.h + settings.penalty)) * settings.rate)
      continue
    }
    const column = bins[feature]!
    const left = node.rows.filter((n) => column[n]! <= cut)
    const right = node.rows.filter((n) => column[n]! > cut)
    const at = tree.length / 4
    tree.push(-1, 0, 0, 0, -1, 0, 0, 0)
    tree.splice(4 * node.index, 4, feature, Number(edges[feature]![cut]!.toPrecision(5)), at, at + 1)
    const level = node.level + 1
    open.push(
      {rows: left, g: leftG, h: leftH, index: at, level},
      {rows: right, g: node.g - leftG, h: node.h - leftH, index: at + 1, level}
    )
  }
  return tree
}
