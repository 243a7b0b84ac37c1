import {type BoxNumbers, numbersOf, sizes} from './box-numbers.ts'
import {type Evidence, repeats, wordScores} from './evidence.ts'
import {isStop, kinds} from './letters.ts'
import type {LineText} from './line-texts.ts'
import type {Model} from './model.ts'
import type {Box, Line} from './page.ts'
import {type Section, sectionsOf} from './sections.ts'
import {wordingCount} from './wording.ts'

const indexOf = (tags: string): ReadonlyMap<string, number> =>
  new Map(tags.split(' ').map((tag, n) => [tag, n]))
const blockTags = indexOf(
  'p h1 h2 h3 h4 h5 li td th figcaption blockquote div dt dd pre section article span a button'
)
const innerTags = indexOf('a em i small time strong span button cite')
const log = (value: number): number => Math.log2(1 + Math.max(0, value))

type Tables = Pick<Model, 'names' | 'words'>

/** The numbers of one line, one behind the other. */
interface Row {
  readonly values: Float32Array
  length: number
}
const add = (row: Row, value: number): void => {
  row.values[row.length++] = value
}
const addAll = (row: Row, values: readonly number[]): void => {
  for (const value of values) add(row, value)
}
/** Adds the numbers that a box has of one kind. */
const addOf = (row: Row, all: ArrayLike<number>, size: number, {index}: Box): void => {
  for (let n = index * size; n < (index + 1) * size; n++) add(row, all[n] ?? 0)
}
const widest = 256

/** One row of numbers a line: what the model judges by. */
export function featuresOf(evidence: Evidence, tables: Tables): Float32Array[] {
  const {page, texts} = evidence
  const gaps = proseGaps(texts)
  const numbers = numbersOf(evidence, tables.names)
  const sections = sectionsOf(evidence, tables.words)
  const row: Row = {values: new Float32Array(widest), length: 0}
  return page.lines.map((line, n) => {
    row.length = 0
    const text = texts[n]
    if (text) addText(row, line, text)
    addPlace(row, evidence, n)
    addElements(row, line, numbers)
    for (const step of [-2, -1, 1, 2]) addNeighbour(row, evidence, {numbers, n, step})
    addAll(row, gaps[n] ?? [0, 0])
    addAll(row, wordScores(text?.words ?? [], tables.words))
    addAll(row, repeats(evidence, n))
    add(row, evidence.covered[n] ?? -1)
    add(row, evidence.copies[n] ?? 1)
    addSection(row, sections[n], n)
    return row.values.slice(0, row.length)
  })
}

function addText(row: Row, line: Line, text: LineText): void {
  const {length} = line.text
  const {letters, digits, start, end} = text
  add(row, text.width)
  add(row, text.words.length)
  add(row, line.linked / length)
  add(row, line.bold / length)
  add(row, text.prose)
  add(row, letters / length)
  add(row, text.capitals / Math.max(1, letters))
  add(row, digits / length)
  add(row, text.commas)
  add(row, text.stops)
  add(row, isStop(end) ? 1 : 0)
  add(row, end === kinds.colon ? 1 : 0)
  add(row, end === kinds.question ? 1 : 0)
  add(row, start === kinds.opening || line.text.startsWith('"') ? 1 : 0)
  add(row, start === kinds.small ? 1 : 0)
  add(row, digits > 2 && /\b(?:19|20)\d\d\b|\d{1,2}:\d\d/u.test(line.text) ? 1 : 0)
  add(row, /https?:|www\.|@\w/u.test(line.text) ? 1 : 0)
  for (let bit = 0; bit < wordingCount; bit++) add(row, (text.wordings >> bit) & 1)
}

function addPlace(
  row: Row,
  {page, weights, headline, templates}: Evidence,
  n: number
): void {
  const {chars, prose} = weights
  const count = page.lines.length
  const template = templates[n] ?? {count: 0, chars: 0, linked: 0, prose: 0}
  const all = Math.max(1, prose[count] ?? 1)
  const isPrinted = headline.line >= 0
  const behind = isPrinted ? n - headline.line : -999
  const between = (chars[n] ?? 0) - (chars[headline.line] ?? 0)
  add(row, n / count)
  add(row, (chars[n] ?? 0) / Math.max(1, chars[count] ?? 1))
  add(row, (prose[n] ?? 0) / all)
  add(row, Math.max(-200, Math.min(200, behind)))
  add(row, isPrinted ? log(Math.abs(between)) * Math.sign(behind) : 0)
  add(row, log(count))
  add(row, log(all))
  add(row, log(template.count))
  add(row, template.prose / all)
  add(row, template.chars / Math.max(1, template.count))
  add(row, template.linked / Math.max(1, template.chars))
}

function addElements(row: Row, {block, inner}: Line, numbers: BoxNumbers): void {
  add(row, blockTags.get(block.tag) ?? -1)
  add(row, innerTags.get(inner.tag) ?? -1)
  add(row, block.hidden ? 1 : 0)
  add(row, block.depth)
  addOf(row, numbers.tags, sizes.tags, inner)
  addOf(row, numbers.place, sizes.place, block)
  let box: Box | null = block
  for (let level = 0; level < 4; level++) {
    if (box) addOf(row, numbers.content, sizes.content, box)
    else for (let n = 0; n < sizes.content; n++) add(row, 0)
    box = box?.parent ?? null
  }
  const nameOf = ({index}: Box, n: number): number =>
    numbers.names[index * sizes.names + n] ?? 0
  for (let n = 0; n < 4; n++) add(row, nameOf(inner, n))
  add(row, nameOf(block, 4))
}

function addNeighbour(
  row: Row,
  {page, texts, templates}: Evidence,
  {numbers, n, step}: {numbers: BoxNumbers; n: number; step: number}
): void {
  const line = page.lines[n + step]
  const text = texts[n + step]
  if (!line || !text) {
    for (let k = 0; k < 6; k++) add(row, -1)
    return
  }
  add(row, text.width)
  add(row, line.linked / line.text.length)
  add(row, text.prose)
  add(row, templates[n] === templates[n + step] ? 1 : 0)
  const isWithin = (numbers.place[line.block.index * sizes.place + 1] ?? -1) >= 0
  add(row, (/^h[1-6]$/u.test(line.block.tag) ? 2 : 0) + (isWithin ? 1 : 0))
  add(row, text.wordings === 0 ? 0 : 1)
}

function addSection(row: Row, section: Section | undefined, n: number): void {
  add(row, section ? Math.min(60, n - section.line) : -1)
  add(row, section?.level ?? 0)
  add(row, section?.score ?? 0)
  add(row, section?.wordings ?? 0)
  add(row, section?.linked ?? 0)
  add(row, section?.prose ?? 0)
  add(row, section?.lines ?? 0)
  add(row, section?.furnitureBefore ?? 0)
}

/** Lines to the nearest running text before and behind. */
function proseGaps(texts: readonly LineText[]): [number, number][] {
  const gaps = texts.map((): [number, number] => [60, 60])
  let last = -60
  for (const [n, text] of texts.entries()) {
    const gap = gaps[n]
    if (gap) gap[0] = Math.min(60, n - last)
    if (text.prose > 0) last = n
  }
  let next = texts.length + 60
  for (let n = texts.length - 1; n >= 0; n--) {
    const gap = gaps[n]
    if (gap) gap[1] = Math.min(60, next - n)
    if ((texts[n]?.prose ?? 0) > 0) next = n
  }
  return gaps
}
