import {type CalendarName, calendarNames} from './calendar-names.ts'
import {asciiDigit, wordKey} from './fold.ts'

/** A number, or the longest run of words that the calendar has a name for, or any other word. */
export interface DateToken {
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  /** As printed. */
  readonly text: string
  readonly number: number | null
  readonly name: CalendarName | null
}

const wordOrNumber = /\p{Nd}+|[\p{L}\p{M}\u0640]+(?:['’][\p{L}\p{M}]+)*/gu

/** Cuts a text into words and numbers and looks the words up among the names of the calendar. */
export function dateTokens(text: string, tag: string): DateToken[] {
  const {names, words} = calendarNames(tag)
  const raw = [...text.matchAll(wordOrNumber)].map((match) => {
    const isNumber = /^\p{Nd}/u.test(match[0])
    return {
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      number: isNumber ? Number([...match[0]].map(asciiDigit).join('')) : null,
      key: isNumber ? '' : wordKey(match[0])
    }
  })
  const tokens: DateToken[] = []
  for (let n = 0; n < raw.length; n++) {
    const first = raw[n]
    if (!first) continue
    let count = first.number === null ? Math.min(words, raw.length - n) : 1
    const run = (length: number): string =>
      raw
        .slice(n, n + length)
        .map((each) => each.key)
        .join(' ')
    while (count > 1 && !names.has(run(count))) count--
    const last = raw[n + count - 1] ?? first
    const {start, number} = first
    const name = number === null ? (names.get(run(count)) ?? null) : null
    tokens.push({start, end: last.end, text: text.slice(start, last.end), number, name})
    n += count - 1
  }
  return tokens
}
