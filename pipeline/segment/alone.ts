import {readLabels} from './labelled.ts'
import {headOf, isCased, nameShape} from './name-shape.ts'
import type {Label} from './opening.ts'
import type {Convention, Page} from './page.ts'
import {endsSentence, isStageLine, wordCount} from './print.ts'

/** Needs more evidence than labels with a delimiter: a short line may be any heading. */
const threshold = 5.5

/** Speakers' names alone on their lines, without a delimiter, as parliaments and drama print them. */
export function labelsAlone(page: Page): Convention | null {
  const openings = page.openings.map((opening, index) => ({
    ...opening,
    label: labelAlone(page, index)
  }))
  const labelAt = (index: number): Label | null => openings[index]?.label ?? null
  const convention = readLabels({...page, openings}, 'alone', labelAt)
  return convention && convention.score > threshold ? convention : null
}

function labelAlone(page: Page, index: number): Label | null {
  const block = page.blocks[index]
  const isDirected = isStageLine(page.blocks[index + 1]?.text ?? '')
  const next = page.blocks[isDirected ? index + 2 : index + 1]
  if (!block || !next || block.text.length > 90 || page.openings[index]?.mark) return null
  if (page.knowledge.isByline(block.text)) return null
  const withoutNote = block.text.replace(/\([^()]*\)$/u, '').trimEnd()
  if (
    /[:：]|\d/u.test(block.text) ||
    endsSentence(withoutNote) ||
    isStageLine(block.text)
  )
    return null
  if (!endsSentence(next.text) || next.text.length < 4 || /^[\d»]/u.test(next.text))
    return null
  const isName = nameShape(next.text.replace(/[.]$/u, ''), page.knowledge) >= 0.99
  if (isName && (isCased(next.text) || next.text.endsWith('.'))) return null
  const head = headOf(block.text)
  // A dash parts the place from the time in the heading of a scene.
  if (wordCount(head) > 12 || !/\p{L}/u.test(head) || /\s[-–—]\s/u.test(head)) return null
  return {
    family: 'alone',
    value: block.text,
    start: block.start,
    end: block.end,
    head,
    key: page.knowledge.fold(head),
    shape: nameShape(head, page.knowledge),
    alone: true
  }
}
