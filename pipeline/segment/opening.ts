import type {Block} from '../source/reading.ts'
import {nameShape} from './name-shape.ts'

/** How a label is set off from the speech behind it. */
export type Family = 'colon' | 'wide' | 'stop' | 'dash' | 'time' | 'alone'

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

/** What the language says about labels. */
export interface LabelWords {
  fold(text: string): string
  isSpeechVerb(word: string): boolean
  /** Mr, Mme, Sr.: a title that only stands before names and offices. */
  isHonorific(word: string): boolean
}

const markCharacters = new Set('-–—‒―−ـ*•●○◦◎◯▪■□◆◇►▶▷=@+~✦★')
const timeCode = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?`
const leadingTime =
  /^(?:[[(]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]|\d{1,2}:\d{2}:\d{2})\s*[-–—]?\s*/u
const onlyTime = new RegExp(String.raw`^${timeCode}(?:\s*\S{1,3}\s*${timeCode})?$`, 'u')
/** Longest label looked for, in UTF-16 code units: a name with office and party. */
const labelReach = 140
/** Colon, full-width, small and modifier colon; Ethiopic wordspace, colon and preface colon. */
const colons = /[:：﹕꞉፡፥፦]/u

/** Reads the opening of a line; looks at its first characters only. */
export function openingOf(block: Block, words: LabelWords): Opening {
  const {mark, length} = markOf(block.text)
  const opener = block.text[length] ?? ''
  const time = /[[(\d]/u.test(opener)
    ? leadingTime.exec(block.text.slice(length, length + 40))
    : null
  const start = length + (time?.[0].length ?? 0)
  const rest = block.text.slice(start)
  const cut = findLabel(rest.slice(0, labelReach), words)
  const label = cut ? makeLabel(rest, {...cut, from: block.start + start}, words) : null
  const markEnd = block.start + start
  const speechStart = label ? skipSpace(block, label.end) : markEnd
  return {mark, label, markEnd, speechStart, timed: time !== null}
}

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
  const number = /^(?:\d{1,3}\s*[-.)–]\s+|\p{L}{1,5}\.\s?\d{1,4}\s+(?=\p{Lu}))/u.exec(
    text.slice(0, 16)
  )
  return number ? {mark: '#', length: number[0].length} : {mark: '', length: 0}
}

interface Cut {
  readonly family: Family
  /** One past the label, and one past its delimiter, in the text after the mark. */
  readonly end: number
  readonly after: number
}

function findLabel(text: string, words: LabelWords): Cut | null {
  const colon = text.search(colons)
  if (colon > 0 && isLabelText(text.slice(0, colon)) && !isTimeOrAddress(text, colon)) {
    return {family: 'colon', end: colon, after: colon + 1}
  }
  return (
    findTimed(text) ?? findDash(text, words) ?? findStop(text, words) ?? findWide(text)
  )
}

/** `Speaker 1  0:03`, nothing behind it. */
function findTimed(text: string): Cut | null {
  if (!/[\d\])]$/u.test(text)) return null
  const timed = /^(\S[^:]{0,60}?)\s+[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?$/u.exec(text)
  if (!timed?.[1] || !isLabelText(timed[1])) return null
  return {family: 'time', end: timed[1].length, after: timed[0].length}
}

/** `PRESIDENTE. La seduta…`, `Q. Please…`, `M. Jean Dupont, ministre. Merci…`: a name, a full stop, a sentence. */
function findStop(text: string, words: LabelWords): Cut | null {
  const point = text.indexOf('.')
  if (point < 0 || point > 78) return null
  const stop =
    /^((?:\p{L}{1,5}\.\s?)?[^.:!?]{1,70}?)\.\s+(?:[–—-]\s+)?(?=[\p{Lu}\p{Lo}«“"¿¡])/u.exec(
      text
    )
  if (!stop?.[1]) return null
  const shape = nameShape(headOf(stop[1]), words)
  const isTitled =
    /^\p{Lu}$|\p{Lu}{2}/u.test(stop[1]) ||
    words.isHonorific(stop[1].split(/\s/u, 1)[0] ?? '')
  if (!isTitled || shape < 0.99 || stop[1].split(/\s+/u).length > 10) return null
  return {family: 'stop', end: stop[1].length, after: stop[0].length}
}

function findDash(text: string, words: LabelWords): Cut | null {
  if (!text.includes('–') && !text.includes('—') && !text.includes('-')) return null
  const dash = /^([^\s–—-][^–—]{0,60}?)\s+[–—-]\s+(?=\S)/u.exec(text)
  if (!dash?.[1] || !isLabelText(dash[1]) || nameShape(headOf(dash[1]), words) < 0.99)
    return null
  return {family: 'dash', end: dash[1].length, after: dash[0].length}
}

function findWide(text: string): Cut | null {
  if (!text.includes('\u3000')) return null
  const wide = /^([^\s\u3000、。]{1,16})\u3000+/u.exec(text)
  return wide?.[1] ? {family: 'wide', end: wide[1].length, after: wide[0].length} : null
}

/** 10:51 and https:// have colons too. */
const isTimeOrAddress = (text: string, colon: number): boolean =>
  /^:\/\//u.test(text.slice(colon)) ||
  (/\d$/u.test(text.slice(0, colon)) && /^\d/u.test(text.slice(colon + 1)))

/** A label is no sentence: no end of one in it but behind abbreviations (Dr., Parl.). */
function isLabelText(text: string): boolean {
  if (
    text.length > 110 ||
    /[?!؟？！。;؛…»]/u.test(text.replace(/^[«“"][^«»“”"]*[»”"]/u, ''))
  )
    return false
  if (/\.\.$|\.\s+\S/u.test(text.replace(/(?:^|[\s(])\p{L}{1,5}\./gu, ' '))) return false
  if (/^["'«“„‘]/u.test(text) && !/["'»”“’]\s*$/u.test(text)) return false
  return text.trim().split(/\s+/u).length <= 14
}

function makeLabel(
  rest: string,
  cut: Cut & {from: number},
  words: LabelWords
): Label | null {
  const printed = rest
    .slice(0, cut.end)
    .replace(/\s*[[(]\d{1,2}:\d{2}(?::\d{2})?[\])]$/u, '')
  const value = printed.trim()
  if (!/\p{L}/u.test(value)) return null
  const speech = rest.slice(cut.after).trim()
  return {
    family: cut.family,
    value,
    start: cut.from + printed.length - printed.trimStart().length,
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

/** The name in a label: `Jürgen Pohl (AfD)`, `Olaf Scholz, Bundesminister`, `«Okaz»`. */
export function headOf(value: string): string {
  const head = value
    .replace(/[([（].*$/u, '')
    .replace(/[,،].*$/u, '')
    .replace(/^[«“"„]+|[»”"]+$/gu, '')
    .trim()
  return head || value
}

function skipSpace(block: Block, from: number): number {
  let at = from
  while (at < block.end && /\s/u.test(block.text[at - block.start] ?? '')) at++
  return at
}
