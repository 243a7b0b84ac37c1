import type {Block} from '../source/reading.ts'
import {
  type Cut,
  type Family,
  findLabel,
  isLabelText,
  type LabelWords
} from './find-label.ts'
import {headOf, nameShape} from './name-shape.ts'

/** A label that a line may open with. Offsets count in the decoded source. */
export interface Label {
  readonly family: Family
  /** As printed, without delimiter. */
  readonly value: string
  readonly start: number
  /** After the delimiter. */
  readonly end: number
  /** The name in it: without brackets, function and quotation marks. */
  readonly head: string
  /** The head folded: labels of one speaker share it. */
  readonly key: string
  /** 0 to 1, see `nameShape`. */
  readonly shape: number
  /** True where no speech stands on the same line. */
  readonly alone: boolean
}

/** What a printed line opens with, before anything is decided. */
export interface Opening {
  /** Bullet or dash before everything else, like forms as one: `*`, `-`, `—`, `•`, `••`, `#` for a number. */
  readonly mark: string
  readonly label: Label | null
  /** After mark and time code, in the decoded source. */
  readonly markEnd: number
  /** Where the speech begins: after mark, time code and label. */
  readonly speechStart: number
  /** True where a time code stands before the label. */
  readonly timed: boolean
}

const markCharacters = new Set('-–—‒―−ـ*•●○◦◎◯▪■□◆◇►▶▷=@+~✦★')
const timeCode = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?`
/** [09:01], 00:12:31, and with the day before it, as chats are exported: [04.03.24, 18:12:45], 04/03/24, 09:01 -. */
const leadingTime =
  /^\u200E?(?:[[(]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]|\d{1,2}:\d{2}:\d{2}|[[(]?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?)\s*[-–—]?\s*/u
/** A line that holds nothing but the time of what is said, or its span. */
export const onlyTime = new RegExp(
  String.raw`^${timeCode}(?:\s*\S{1,3}\s*${timeCode})?$`,
  'u'
)
/** Longest label looked for, in UTF-16 code units: a name with office and party. */
const labelReach = 140
/** Reads the opening of a line; looks at its first characters only. */
export function openingOf(block: Block, words: LabelWords): Opening {
  const {mark, length} = markOf(block.text)
  const opener = block.text[length] ?? ''
  const time = /[[(\d\u200E]/u.test(opener)
    ? leadingTime.exec(block.text.slice(length, length + 40))
    : null
  const start = length + (time?.[0].length ?? 0)
  const rest = block.text.slice(start)
  const printed = findLabel(rest.slice(0, labelReach), words)
  const cut = setOffLabel(block, {start, printed}, words) ?? printed
  const label = cut ? makeLabel(rest, {...cut, from: block.start + start}, words) : null
  const markEnd = block.start + start
  const speechStart = label ? skipSpace(block, label.end) : markEnd
  return {mark, label, markEnd, speechStart, timed: time !== null}
}

/**
 * A name that only markup sets off, without a delimiter: in bold before the speech, alone in a cell, as
 * a term; null where there is none, or where print tells as much.
 */
function setOffLabel(
  {text, hint}: Block,
  {start, printed}: {start: number; printed: Cut | null},
  words: LabelWords
): Cut | null {
  const isWhole =
    hint?.line === 'term' || hint?.line === 'speaker' || hint?.line === 'strong'
  const length = hint?.lead ?? (isWhole && text.length <= longestName ? text.length : 0)
  if (length - start > longestLead) return null
  const label = text.slice(start, length).replace(/[\s:：.–—-]+$/u, '')
  if (!label || !isLabelText(label) || label.split(/\s+/u).length > 8) return null
  if (printed && printed.end <= length - start) return null
  if (nameShape(headOf(label), words) < 0.75) return null
  return {family: 'markup', end: label.length, after: length - start}
}

/** Longest line that may be a name by itself, in UTF-16 code units. */
const longestName = 90
/** Longest words that mark-up may set off as a label, in UTF-16 code units: eight words are far below. */
const longestLead = 300

function markOf(text: string): {mark: string; length: number} {
  const first = text[0] ?? ''
  let length = 0
  if (markCharacters.has(first)) {
    while (length < 8 && markCharacters.has(text[length] ?? '')) length++
    const printed = text.slice(0, length)
    while (/[ \u00A0]/u.test(text[length] ?? '')) length++
    return {
      mark: printed
        .replaceAll('●', '•')
        .replace(/[–—‒―−ـ]+/gu, '—')
        .replace(/^-+$/u, '-'),
      length
    }
  }
  const number =
    /^(?:\d{1,3}\s*[-.)–]\s+|\d{1,3}\s+(?=\p{Lu}{2}[\p{Lu} .'-]{0,12}:)|\p{L}{1,5}\.\s?\d{1,4}\s+(?=\p{Lu}))/u.exec(
      text.slice(0, 24)
    )
  return number ? {mark: '#', length: number[0].length} : {mark: '', length: 0}
}

function makeLabel(
  rest: string,
  cut: Cut & {from: number},
  words: LabelWords
): Label | null {
  const printed = rest
    .slice(0, cut.end)
    .replace(/\s*[[(]\d{1,2}:\d{2}(?::\d{2})?[\])]$/u, '')
  const value = printed.replace(/^\s*<|(?:\*{2}|_{2})\s*$/gu, '').trim()
  if (!/\p{L}/u.test(value)) return null
  const speech = rest.slice(cut.after).trim()
  return {
    family: cut.family,
    value,
    start: cut.from + printed.indexOf(value),
    end: cut.from + cut.after - (/\s*$/u.exec(rest.slice(0, cut.after))?.[0].length ?? 0),
    ...nameIn(value, words),
    alone: speech === '' || onlyTime.test(speech)
  }
}

interface NameInLabel {
  readonly head: string
  readonly key: string
  readonly shape: number
}
const namesInLabels = new WeakMap<LabelWords, Map<string, NameInLabel>>()

/** What the name in a label looks like, worked out once for each label of a page. */
function nameIn(value: string, words: LabelWords): NameInLabel {
  const known = namesInLabels.get(words) ?? new Map<string, NameInLabel>()
  namesInLabels.set(words, known)
  const found = known.get(value)
  if (found) return found
  const head = headOf(value)
  const name = {head, key: words.fold(head), shape: nameShape(head, words)}
  known.set(value, name)
  return name
}

function skipSpace(block: Block, from: number): number {
  let at = from
  while (at < block.end && /\s/u.test(block.text[at - block.start] ?? '')) at++
  return at
}
