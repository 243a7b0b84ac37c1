import type {Evidence} from './evidence.ts'
import type {Model} from './model.ts'
import {around, type Box} from './page.ts'
import {sumOf} from './weigh.ts'

/** Elements of which it counts how far around a line they are. */
const aroundTags =
  'article main aside nav footer header form figure ul ol dl table section blockquote address details label button a p body'.split(
    ' '
  )
const places = new Map(aroundTags.map((tag, n) => [tag, n]))
const farthest = 41

/**
 * Numbers of every box of a page, each worked out once from those of its parent; those of one box behind those of the one
 * before, so many as `sizes` says.
 */
export interface BoxNumbers {
  /** Levels up to the nearest of each of `aroundTags`, 1 for the box itself, 0 for none. */
  readonly tags: Uint8Array
  /** Scores of the words of names around it: least, greatest, sum, nearest, its own. */
  readonly names: Float64Array
  /** Share of links, share of the page's running text, mean length of a line, lines, images and links, those of its kind. */
  readonly content: Float64Array
  /** Levels to the boxes that the text stands in (-1 where it lies elsewhere), and kinship to three lines. */
  readonly place: Float64Array
}

/** How many numbers of each kind a box has. */
export const sizes = {tags: aroundTags.length, names: 5, content: 7, place: 11} as const
const log = (value: number): number => Math.log2(1 + Math.max(0, value))

/** Works out the numbers, in time linear to the page. @param scores of words of names */
export function numbersOf(evidence: Evidence, scores: Model['names']): BoxNumbers {
  const {boxes} = evidence.page
  const count = boxes.length
  const tags = new Uint8Array(count * aroundTags.length)
  const names = new Float64Array(count * sizes.names)
  const place = placesOf(evidence)
  const content = contentsOf(evidence)
  for (const box of boxes) {
    addTags(tags, box)
    addNames(names, box, scores)
  }
  return {tags, names, content, place}
}

function addTags(tags: Uint8Array, {index, parent, tag}: Box): void {
  const width = aroundTags.length
  const from = index * width
  if (parent)
    for (let n = 0; n < width; n++) {
      const level = tags[parent.index * width + n] ?? 0
      if (level > 0 && level < farthest) tags[from + n] = level + 1
    }
  const own = places.get(tag)
  if (own !== undefined) tags[from + own] = 1
}

/** Names of the body tell of the page, not of what stands in it. */
function addNames(
  names: Float64Array,
  {index, parent, tag, tokens}: Box,
  scores: Model['names']
): void {
  const at = index * sizes.names
  if (tag === 'body') return
  const own = scoreOf(tokens, scores)
  const before = (parent?.index ?? 0) * sizes.names
  const of = (n: number): number => (parent ? (names[before + n] ?? 0) : 0)
  names[at] = Math.min(of(0), own)
  names[at + 1] = Math.max(of(1), own)
  names[at + 2] = of(2) + own
  names[at + 3] = own === 0 ? of(3) : own
  names[at + 4] = own
}

/** The most telling of the words of one element. */
function scoreOf(tokens: readonly string[], names: Model['names']): number {
  let found = 0
  for (const token of tokens) {
    const score = names.get(token) ?? 0
    if (Math.abs(score) > Math.abs(found)) found = score
  }
  return found
}

function contentsOf({page, weights}: Evidence): Float64Array {
  const {boxes, lines} = page
  const {chars, linked, prose} = weights
  const all = Math.max(1, prose[lines.length] ?? 1)
  const images = new Uint32Array(boxes.length)
  const links = new Uint32Array(boxes.length)
  const kinds = kindsOf(boxes)
  const content = new Float64Array(boxes.length * sizes.content)
  for (let index = boxes.length - 1; index >= 0; index--) {
    const box = boxes[index]
    if (!box) continue
    if (box.tag === 'img') images[index] = 1
    if (box.tag === 'a') links[index] = (links[index] ?? 0) + 1
    if (box.parent) {
      const up = box.parent.index
      images[up] = (images[up] ?? 0) + (images[index] ?? 0)
      links[up] = (links[up] ?? 0) + (links[index] ?? 0)
    }
    const count = Math.max(1, box.last - box.first)
    const length = Math.max(1, sumOf(chars, box))
    const at = index * sizes.content
    content[at] = sumOf(linked, box) / length
    content[at + 1] = sumOf(prose, box) / all
    content[at + 2] = length / count
    content[at + 3] = log(count)
    content[at + 4] = (images[index] ?? 0) / count
    content[at + 5] = (links[index] ?? 0) / count
    content[at + 6] = log(kinds[index] ?? 1)
  }
  return content
}

/** How many children of its parent are of a box's own kind: the same element with the same names. */
function kindsOf(boxes: readonly Box[]): Uint32Array {
  const counts = new Map<string, number>()
  const keys = boxes.map(
    ({parent, tag, tokens}) => `${parent?.index ?? -1} ${tag} ${tokens[0] ?? ''}`
  )
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Uint32Array.from(keys, (key) => counts.get(key) ?? 1)
}

function placesOf({page, weights, headline}: Evidence): Float64Array {
  const {boxes, lines} = page
  const {main, best, lead, longest} = weights
  const place = new Float64Array(boxes.length * sizes.place)
  for (const [at, outer] of [main, best].entries()) addDepths(place, boxes, {at, outer})
  const others = [lead, longest, lines[headline.line]?.block ?? null]
  for (const [n, other] of others.entries())
    addKinship(place, {page, weights}, {at: 2 + 3 * n, other})
  return place
}

/** Levels within a box; -1 where it is not around. */
function addDepths(
  place: Float64Array,
  boxes: readonly Box[],
  {at, outer}: {at: number; outer: Box | null}
): void {
  for (const {index, parent, depth} of boxes) {
    const isWithin =
      index === outer?.index ||
      (parent !== null && (place[parent.index * sizes.place + at] ?? -1) >= 0)
    place[index * sizes.place + at] = outer && isWithin ? depth - outer.depth : -1
  }
}

/** Levels from a box and from another up to what is around both, and how much running text that holds. */
function addKinship(
  place: Float64Array,
  {page: {boxes, lines}, weights: {prose}}: Pick<Evidence, 'page' | 'weights'>,
  {at, other}: {at: number; other: Box | null}
): void {
  const all = Math.max(1, prose[lines.length] ?? 1)
  const shared = sharedWith(boxes, other)
  for (const {index, depth} of boxes) {
    const common = boxes[shared[index] ?? -1]
    const isKin = common && other
    const from = index * sizes.place + at
    place[from] = isKin ? depth - common.depth : -1
    place[from + 1] = isKin ? other.depth - common.depth : -1
    place[from + 2] = isKin ? sumOf(prose, common) / all : -1
  }
}

/** For each box the index of the innermost one that is around it and another; -1 for none. */
function sharedWith(boxes: readonly Box[], other: Box | null): Int32Array {
  const outer = new Set(other ? around(other) : [])
  const shared = new Int32Array(boxes.length).fill(-1)
  for (const box of boxes)
    shared[box.index] = outer.has(box)
      ? box.index
      : box.parent
        ? (shared[box.parent.index] ?? -1)
        : -1
  return shared
}
