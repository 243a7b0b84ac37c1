import type {Hint} from '../source/reading.ts'
import {around, type Box, type Line} from './page.ts'
import {attribute, textBelow} from './parse.ts'
import {childrenOf, isNamed, spanOf, wordSet} from './surroundings.ts'

const strong = wordSet('b strong h2 h3 h4 h5 h6')
const questions = wordSet('question frage pregunta domanda pytanie')
const answers = wordSet('answer antwort respuesta risposta reponse')
const faqs = wordSet('faq faqs')
const speakers = wordSet('speaker interviewer interviewee sprecher')

/** What the markup of a line tells of who speaks in it; undefined where it tells nothing. */
export function hintOf(line: Line): Hint | undefined {
  const boxes = [...around(line.inner)].slice(0, 8)
  const whole = boxes.filter((box) => isAllOf(box, line))
  const lead = leadOf(line, boxes)
  const kind = kindOf(line, whole)
  if (kind === undefined && lead === undefined) return undefined
  return {
    ...(kind === undefined ? {} : {line: kind}),
    ...(lead === undefined ? {} : {lead})
  }
}

/** True where a box holds nothing but this line. */
const isAllOf = (box: Box, line: Line): boolean => {
  const span = spanOf(box.element)
  const start = line.runs[0]?.start ?? 0
  const end = line.runs.at(-1)?.end ?? 0
  return (
    span !== null &&
    span.start <= start &&
    span.end >= end &&
    (box.last - box.first <= 1 || box === line.block)
  )
}

function kindOf(line: Line, boxes: readonly Box[]): Hint['line'] {
  const has = (words: ReadonlySet<string>): boolean =>
    boxes.some((box) => isNamed(box.element, words))
  if (isFaq(line)) return 'faq'
  if (has(questions)) return 'question'
  if (has(answers)) return 'answer'
  if (has(speakers)) return 'speaker'
  if (line.block.tag === 'dt' || opensPair(line.block)) return 'term'
  if (line.bold >= line.text.length * 0.95 || strong.has(line.block.tag)) return 'strong'
  return undefined
}

/** True for the first of the two cells of a row, one that holds a time not counted. */
const opensPair = ({tag, element, parent}: Box): boolean => {
  if ((tag !== 'td' && tag !== 'th') || parent?.tag !== 'tr') return false
  const cells = childrenOf(parent.element, ['td', 'th'])
  if (cells.length > 3) return false
  const said = cells.filter((cell) => !isTime(textBelow(cell)))
  return said.length === 2 && said[0] === element
}

/** A time of day or of a recording: `[00:01:23]`, `12.05`. */
const isTime = (text: string): boolean =>
  text.length < 40 && /^[([]?\p{Nd}{1,2}(?:[:.]\p{Nd}{2}){1,2}[)\]]?$/u.test(text.trim())

/** A page of common questions speaks to its reader, in nobody's name. @see https://schema.org/FAQPage */
const isFaq = (line: Line): boolean =>
  [...around(line.block)].some(
    (box) =>
      (box.tag !== 'body' && box.tag !== 'html' && isNamed(box.element, faqs)) ||
      /FAQPage$/u.test(attribute(box.element, 'itemType'))
  )

/** Code units at the start of a line within bold or an element named a speaker; undefined for none or all. */
function leadOf(line: Line, boxes: readonly Box[]): number | undefined {
  for (const box of boxes) {
    if (box === line.block) return undefined
    const isLead =
      box.tag === 'b' || box.tag === 'strong' || isNamed(box.element, speakers)
    const span = isLead ? spanOf(box.element) : null
    if (!span) continue
    let length = 0
    for (const run of line.runs) {
      if (run.start >= span.end) break
      length += run.text.length
    }
    const text = line.text.slice(0, length).trimEnd()
    return text && text.length < line.text.length ? text.length : undefined
  }
  return undefined
}
