import {type Run, runsOf} from '../extract/runs.ts'
import type {TextSpan} from '../extract/source-text.ts'

/** A character that a backslash takes the meaning of. @see https://spec.commonmark.org/0.31.2/#backslash-escapes */
const escaped = /\\[!-/:-@[-`{-~]/y
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y

/**
 * What is printed of a text of Markdown and as what it is written: escapes, character references, line
 * ends, and the marks of quotations and lists at the start of lines are no part of the text.
 * @param value the text as its parser gives it
 */
export function markdownRuns(source: string, value: string, span: TextSpan): Run[] {
  const draft: Draft = {source, span, runs: []}
  const written = source.slice(span.start, span.end)
  const whole = span.keepsLines ? written.lastIndexOf(value) : written.indexOf(value)
  let at = span.start + Math.max(0, whole)
  for (let n = 0; n < value.length; ) {
    const found = whole >= 0 ? plainAt(draft, value, n, at) : pieceAt(draft, value, n, at)
    if (!found) break
    draft.runs.push(found)
    at = found.end
    n += Math.max(1, found.length)
  }
  return joined(draft.runs)
}

interface Draft {
  readonly source: string
  readonly span: TextSpan
  readonly runs: Piece[]
}
/** A run, and how many code units of the value it is. */
type Piece = Run & {readonly length: number}

function plainAt(
  {source, span}: Draft,
  value: string,
  n: number,
  at: number
): Piece | null {
  const character = value[n] ?? ''
  if (character !== '\n' && character !== '\r')
    return {text: character, start: at, end: at + 1, same: true, length: 1}
  const length = value.startsWith('\r\n', n) ? 2 : 1
  if (at >= span.end || source[at] !== character) return null
  return {
    text: span.keepsLines ? '\n' : ' ',
    start: at,
    end: at + length,
    same: false,
    length
  }
}

/** The next character of the value, found in what is written from `at` on. */
function pieceAt(draft: Draft, value: string, n: number, at: number): Piece | null {
  const {source, span} = draft
  const isLineStart = n === 0 || /[\n\r]/u.test(source[at - 1] ?? '')
  const isCode = isFenced(source.slice(span.start, span.end))
  for (let from = at; from < span.end; from++) {
    const piece = isCode ? null : writtenAt(source, from, value, n)
    if (piece && piece.end <= span.end) return {...piece, same: false}
    if (source[from] === value[n]) return plainAt(draft, value, n, from)
    const unprinted = unprintedAt(source, from, value[n] ?? '')
    if (unprinted) return unprinted
    // White space before a line end, and marks at the start of a line, are not printed.
    if (!isLineStart && !/[ \t]/u.test(source[from] ?? '')) break
  }
  // Where the node ends too early, what is left is said to stand behind it: whoever asks can see whether it does.
  const rest = value.slice(n)
  const isOver = at >= span.end
  const end = isOver ? at + rest.length : span.end
  return {text: flat(rest), start: at, end, same: isOver, length: rest.length}
}

/** Whether equal rows of backticks stand around a text: else one that opens is text. @see https://spec.commonmark.org/0.31.2/#code-spans */
function isFenced(written: string): boolean {
  const opening = /^`*/.exec(written)?.[0].length ?? 0
  let closing = 0
  while (written.at(-1 - closing) === '`') closing++
  return opening > 0 && opening === closing && written.length > 2 * opening
}

/** A line end that code prints as a space, and the character that nothing may hold. */
function unprintedAt(source: string, from: number, character: string): Piece | null {
  const written = source[from] ?? ''
  if (character === ' ' && /[\n\r]/u.test(written)) {
    const length = source.startsWith('\r\n', from) ? 2 : 1
    return {text: ' ', start: from, end: from + length, same: false, length: 1}
  }
  return character === '\uFFFD' && written === '\0'
    ? {text: '', start: from, end: from + 1, same: false, length: 1}
    : null
}

/** An escape or a reference that stands for what comes next. */
function writtenAt(
  source: string,
  from: number,
  value: string,
  n: number
): Omit<Piece, 'same'> | null {
  escaped.lastIndex = from
  const pair = escaped.exec(source)?.[0]
  if (pair && pair[1] === value[n])
    return {text: pair.slice(1), start: from, end: from + 2, length: 1}
  reference.lastIndex = from
  const found = reference.exec(source)?.[0]
  if (!found) return null
  const decoded = runsOf(found, 0, false)
    .map((run) => run.text)
    .join('')
  const isMeant = decoded !== found && decoded !== '' && value.startsWith(decoded, n)
  const {length} = decoded
  return isMeant
    ? {text: flat(decoded), start: from, end: from + found.length, length}
    : null
}

const flat = (text: string): string => text.replace(/[\t\n\f\r ]+/gu, ' ')

/** Neighbours that are written as they are printed become one. */
function joined(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  for (const {length: _length, ...run} of pieces) {
    const last = runs.at(-1)
    if (last?.same && run.same && last.end === run.start)
      runs[runs.length - 1] = {...last, text: last.text + run.text, end: run.end}
    else runs.push(run)
  }
  return runs
}
