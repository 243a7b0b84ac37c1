import {type Run, referenceAt, runsOf} from './runs.ts'

/** A text node's span in its source, and whether its line ends are printed. */
export interface TextSpan {
  readonly start: number
  readonly end: number
  readonly keepsLines: boolean
  /** True where `&` opens no character reference. */
  readonly isRaw: boolean
}

/**
 * What is printed of a text node of HTML, and as what it is written. A text that the parser moved or joined spans what
 * stands between its pieces, too: that is cut out.
 * @param value the text @param span where the parser says that it stands
 */
export function sourceRuns(html: string, value: string, span: TextSpan): Run[] {
  const {end, keepsLines, isRaw} = span
  if (isRaw) return rawRuns(html.slice(span.start, end), span.start)
  const start = startOfText(html, value, span.start)
  const written = html.slice(start, end)
  const runs = runsOf(written, start, keepsLines)
  if (!written.includes('<')) return inked(value) === '' ? blanksOf(runs) : runs
  if (printed(runs) === inked(value)) return runs
  return (
    piecewise(written, start, {value, keepsLines}) ?? [
      {text: flat(value), start, end, same: false}
    ]
  )
}

/** The lines of a text that is printed as it is written. */
const rawRuns = (written: string, start: number): Run[] =>
  [...written.matchAll(/\0|\r\n|[\r\n]|[^\0\r\n]+/gu)].map(({0: text, index}) => ({
    text: text === '\0' ? '' : /[\r\n]/u.test(text) ? '\n' : text,
    start: start + index,
    end: start + index + text.length,
    same: !/[\0\r\n]/u.test(text)
  }))

/** Longest character reference that HTML names, in UTF-16 code units. @see https://html.spec.whatwg.org/#named-character-references */
const longestReference = 34

/**
 * Where a text begins: at the `&` of a character reference that opens it. Where the parser passes over white space or
 * a null right before one, it says that the text begins within the reference or behind it.
 */
function startOfText(html: string, value: string, start: number): number {
  if (opensAsWritten(value, html[start] ?? '')) return start
  const near = Math.max(0, start - longestReference)
  const from = near + html.slice(near, start + 1).lastIndexOf('&')
  const reference = from < near ? null : referenceAt(html, from)
  const opensIt =
    reference !== null &&
    from + reference.length >= start &&
    flat(value.slice(0, 4)).startsWith(flat(reference.text))
  return opensIt ? from : start
}

/** True where a text begins with the character that stands there, or with a reference there. */
const opensAsWritten = (value: string, written: string): boolean =>
  value[0] === written ||
  written === '&' ||
  flat(value.slice(0, 2)).startsWith(flat(written))

/**
 * White space that begins a text: where it stands in no element and a reference follows, the parser says that it ends
 * within the reference.
 */
function blanksOf(runs: readonly Run[]): Run[] {
  const end = runs.findIndex(({text}) => inked(text) !== '')
  return end < 0 ? [...runs] : runs.slice(0, end)
}

/** Comments and tags, which are no text, and what stands between them. */
const piece = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<[!/?a-z][^>]*>?|([^<]+|<)/giu

/**
 * The pieces of a text that stand one behind the other in what it spans, of which the last ends it, whatever else
 * says the same before; null where they are not all found.
 */
function piecewise(
  written: string,
  start: number,
  {value, keepsLines}: {value: string; keepsLines: boolean}
): Run[] | null {
  const whole = inked(value)
  const pieces = [...written.matchAll(piece)].map(({1: text = '', index}) =>
    runsOf(text, start + index, keepsLines)
  )
  // Behind it there may be a tag that the parser passes over.
  const isLast = (runs: readonly Run[]): boolean =>
    printed(runs) !== '' && whole.endsWith(printed(runs))
  const end = pieces.findLastIndex(isLast)
  const last = pieces[end] ?? []
  const rest = whole.length - printed(last).length
  const found: Run[] = []
  let at = 0
  for (const runs of pieces.slice(0, Math.max(end, 0))) {
    const ink = printed(runs)
    if (at + ink.length > rest || !whole.startsWith(ink, at)) continue
    found.push(...runs)
    at += ink.length
  }
  return at === rest ? [...found, ...last] : null
}

const flat = (text: string): string => text.replace(/[\t\n\f\r ]+/gu, ' ')
const inked = (text: string): string => text.replace(/[\t\n\f\r ]+/gu, '')
const printed = (runs: readonly Run[]): string =>
  inked(runs.map((run) => run.text).join(''))
