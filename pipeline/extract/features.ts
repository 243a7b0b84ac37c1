import {type Evidence, nameScores, repeats, wordScores} from './evidence.ts'
import type {Model} from './model.ts'
import {around, type Box, type Line} from './page.ts'
import {proseOf, sumOf} from './weigh.ts'
import {wordings} from './wording.ts'

const blockTags =
  'p h1 h2 h3 h4 h5 li td th figcaption blockquote div dt dd pre section article span a button'.split(
    ' '
  )
const aroundTags =
  'article main aside nav footer header form figure ul ol table section blockquote address details button label a p body'.split(
    ' '
  )
const innerTags = 'a em i small time strong span button cite'.split(' ')
const log = (value: number): number => Math.log2(1 + Math.max(0, value))

type Tables = Pick<Model, 'names' | 'words'>

/** One row of numbers a line: what the first step of the model judges by. */
export function featuresOf(evidence: Evidence, tables: Tables): Float32Array[] {
  const {page} = evidence
  const gaps = proseGaps(page.lines)
  return page.lines.map((line, n) =>
    Float32Array.from([
      ...ofText(line, evidence.words[n] ?? []),
      ...ofPlace(evidence, n),
      ...ofElements(evidence, line),
      ...[-2, -1, 1, 2].flatMap((step) => ofNeighbour(evidence, n, step)),
      ...(gaps[n] ?? [0, 0]),
      ...nameScores(line, tables.names),
      ...wordScores(evidence.words[n] ?? [], tables.words),
      ...repeats(evidence, n),
      evidence.covered[n] ?? -1,
      evidence.copies[n] ?? 1
    ])
  )
}

function ofText(line: Line, words: readonly string[]): number[] {
  const {text} = line
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return [
    text.length,
    words.length,
    line.linked / text.length,
    line.bold / text.length,
    proseOf(line),
    letters / text.length,
    (text.match(/\p{Lu}/gu)?.length ?? 0) / Math.max(1, letters),
    (text.match(/\d/gu)?.length ?? 0) / text.length,
    text.match(/[,،、;؛]/gu)?.length ?? 0,
    text.match(/[.!?؟。۔](?=\s|["”»]|$)/gu)?.length ?? 0,
    /[.!?؟。۔…]["'”’»)\]]*\s*$/u.test(text) ? 1 : 0,
    /[:：]\s*$/u.test(text) ? 1 : 0,
    /[?؟]\s*$/u.test(text) ? 1 : 0,
    /^["“«„‘']/u.test(text) ? 1 : 0,
    /^\p{Ll}/u.test(text) ? 1 : 0,
    /\b(?:19|20)\d\d\b|\d{1,2}:\d\d/u.test(text) ? 1 : 0,
    /https?:|www\.|@\w/u.test(text) ? 1 : 0,
    ...Object.values(wordings).map((pattern) => (pattern.test(text) ? 1 : 0))
  ]
}

function ofPlace({page, weights, headline, templates}: Evidence, n: number): number[] {
  const {chars, prose} = weights
  const count = page.lines.length
  const template = templates[n] ?? {count: 0, chars: 0, linked: 0, prose: 0}
  const all = Math.max(1, prose[count] ?? 1)
  const behind = headline.line >= 0 ? n - headline.line : -999
  return [
    n / count,
    (chars[n] ?? 0) / Math.max(1, chars[count] ?? 1),
    (prose[n] ?? 0) / all,
    Math.max(-200, Math.min(200, behind)),
    headline.line >= 0
      ? log(Math.abs((chars[n] ?? 0) - (chars[headline.line] ?? 0))) * Math.sign(behind)
      : 0,
    log(count),
    log(all),
    log(template.count),
    template.prose / all,
    template.chars / Math.max(1, template.count),
    template.linked / Math.max(1, template.chars)
  ]
}

function ofElements({weights, page, headline}: Evidence, line: Line): number[] {
  const tags = new Map<string, number>()
  let level = 0
  for (const box of around(line.inner)) {
    if (level++ > 40) break
    if (!tags.has(box.tag)) tags.set(box.tag, level)
  }
  const {block, inner} = line
  const {main, best} = weights
  return [
    blockTags.indexOf(block.tag),
    innerTags.indexOf(inner.tag),
    block.hidden ? 1 : 0,
    block.depth,
    ...aroundTags.map((tag) => tags.get(tag) ?? 0),
    depthIn(block, main),
    depthIn(block, best),
    block.parent === best ? 1 : 0,
    ...kinship(block, weights.lead, page, weights),
    ...kinship(block, weights.longest, page, weights),
    ...kinship(block, page.lines[headline.line]?.block ?? null, page, weights),
    ...[block, block.parent, block.parent?.parent, block.parent?.parent?.parent].flatMap(
      (box) => ofBox(box ?? null, weights, page.lines.length)
    )
  ]
}

/** Levels from a box and from another up to what is around both, and how much running text that holds. */
function kinship(
  box: Box,
  other: Box | null,
  page: Evidence['page'],
  {prose}: Evidence['weights']
): number[] {
  if (!other) return [-1, -1, -1]
  let one: Box | null = box
  let two: Box | null = other
  while (one && two && one !== two) {
    if (one.depth >= two.depth) one = one.parent
    else two = two.parent
  }
  if (!one) return [-1, -1, -1]
  return [
    box.depth - one.depth,
    other.depth - one.depth,
    sumOf(prose, one) / Math.max(1, prose[page.lines.length] ?? 1)
  ]
}

/** Levels between a box and one around it; -1 where it lies elsewhere. */
function depthIn(box: Box, outer: Box | null): number {
  if (!outer) return -1
  for (const each of around(box)) if (each === outer) return box.depth - outer.depth
  return -1
}

function ofBox(
  box: Box | null,
  {chars, linked, prose}: Evidence['weights'],
  count: number
): number[] {
  if (!box) return [0, 0, 0, 0]
  const length = Math.max(1, sumOf(chars, box))
  const lines = Math.max(1, box.last - box.first)
  return [
    sumOf(linked, box) / length,
    sumOf(prose, box) / Math.max(1, prose[count] ?? 1),
    length / lines,
    log(lines)
  ]
}

function ofNeighbour(
  {page, templates, weights}: Evidence,
  n: number,
  step: number
): number[] {
  const line = page.lines[n + step]
  if (!line) return [-1, -1, -1, -1, -1]
  const {best} = weights
  return [
    line.text.length,
    line.linked / line.text.length,
    proseOf(line),
    templates[n] === templates[n + step] ? 1 : 0,
    (/^h[1-6]$/u.test(line.block.tag) ? 2 : 0) +
      (best && depthIn(line.block, best) >= 0 ? 1 : 0)
  ]
}

/** Lines to the nearest running text before and behind. */
function proseGaps(lines: readonly Line[]): [number, number][] {
  const gaps = lines.map((): [number, number] => [60, 60])
  let last = -60
  for (const [n, line] of lines.entries()) {
    const gap = gaps[n]
    if (gap) gap[0] = Math.min(60, n - last)
    if (proseOf(line) > 0) last = n
  }
  let next = lines.length + 60
  for (let n = lines.length - 1; n >= 0; n--) {
    const gap = gaps[n]
    const line = lines[n]
    if (gap) gap[1] = Math.min(60, next - n)
    if (line && proseOf(line) > 0) next = n
  }
  return gaps
}
