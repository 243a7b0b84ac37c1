import type {Element} from 'hast'
import type {Image} from './images.ts'
import {around, type Line} from './page.ts'
import {elements} from './parse.ts'
import {isNamed, pageSpan, type Surroundings, spanOf, wordSet} from './surroundings.ts'

/** A piece of a line that is printed with an image. */
export interface Caption {
  /** Index of the line. */
  readonly line: number
  /** UTF-16 code units of its text. */
  readonly start: number
  readonly end: number
  readonly role: 'caption' | 'credit'
}

const captionNames = wordSet('caption figcaption')
const creditNames = wordSet('credit credits copyright photographer rights')
/** Words that open a credit, in the languages that saved pages are most often in. */
const creditLead =
  /^[\s([]*(?:©|photos?\b|foto(?:s|grafie)?\b|bild(?:er)?\b|image\b|credits?\b|crédits?\b|courtesy\b|illustration\b|getty\b|reuters\b|afp\b|фото|صورة|تصوير|عکس|צילום|写真|图片)/iu
/** Longer texts, and more of them, are no caption, wherever they stand. */
const most = {lines: 6, characters: 1200} as const

/**
 * The captions of each image: the lines of its frame right behind it, or before it where none follow.
 * @param taken lines that belong to something else already
 */
export function findCaptions(
  images: readonly Image[],
  at: Surroundings,
  taken: ReadonlySet<number>
): Caption[][] {
  const used = new Set(taken)
  return images.map((image, n) => {
    const {frame} = image
    const box = frame ? at.boxes.get(frame) : undefined
    if (!frame || !box || box.last - box.first > most.lines) return []
    const isCaption = (index: number): boolean =>
      index >= box.first && index < box.last && !used.has(index) && fits(at, index, frame)
    const start = (index: number): number => startOf(at.page.lines[index])
    let behind = box.first
    while (behind < box.last && start(behind) < image.end) behind++
    const next = images[n + 1]?.start ?? Number.POSITIVE_INFINITY
    const lines = run(behind, 1, (index) => isCaption(index) && start(index) < next)
    const isFirst = images[n - 1]?.frame !== frame
    if (lines.length === 0 && isFirst)
      lines.push(...run(behind - 1, -1, isCaption).reverse())
    for (const index of lines) used.add(index)
    return lines.flatMap((index) => split(at, index, frame))
  })
}

const startOf = (line: Line | undefined): number =>
  line ? pageSpan(line).start : Number.POSITIVE_INFINITY

/** Numbers from one on, up or down, as long as each of them passes. */
function run(from: number, step: 1 | -1, passes: (n: number) => boolean): number[] {
  const list: number[] = []
  for (let n = from; passes(n); n += step) list.push(n)
  return list
}

/** True where a line may be a caption: short, shown, and marked so, or at least within a figure. */
function fits({page}: Surroundings, index: number, frame: Element | null): boolean {
  const line = page.lines[index]
  const reason = page.reasons[index]
  if (!line || line.block.hidden || line.text.length > most.characters) return false
  if (reason === 'headline' || reason === 'masthead-label') return false
  if (/^h[1-6]$/u.test(line.block.tag)) return false
  return (
    frame?.tagName === 'figure' ||
    reason === 'caption' ||
    boxesWithin(line, frame).some((box) => isNamed(box.element, captionNames))
  )
}

function boxesWithin(line: Line, frame: Element | null) {
  const boxes = [...around(line.inner)]
  const end = boxes.findIndex((box) => box.element === frame)
  return boxes.slice(0, end < 0 ? boxes.length : end + 1)
}

/** A credit at the end of a caption stands apart, where the page marks it. */
function split({page}: Surroundings, index: number, frame: Element | null): Caption[] {
  const line = page.lines[index]
  if (!line) return []
  const {length} = line.text
  const isCredit =
    (length < 160 && creditLead.test(line.text)) ||
    boxesWithin(line, frame).some(
      (box) => box.element !== frame && isNamed(box.element, creditNames)
    )
  if (isCredit) return [{line: index, start: 0, end: length, role: 'credit'}]
  const from = creditStart(line)
  return from === 0
    ? [{line: index, start: 0, end: length, role: 'caption'}]
    : [
        {line: index, start: 0, end: from, role: 'caption'},
        {line: index, start: from, end: length, role: 'credit'}
      ]
}

/** Where an element that is named a credit begins in a line, if it goes on to its end; else 0. */
function creditStart(line: Line): number {
  const {end} = pageSpan(line)
  for (const element of elements(line.block.element)) {
    if (!isNamed(element, creditNames)) continue
    const span = spanOf(element)
    if (!span || span.end < end) continue
    let offset = 0
    for (const run of line.runs) {
      if (run.start >= span.start && run.text.trim()) return offset
      offset += run.text.length
    }
  }
  return 0
}
