import {type CalendarName, calendarNames} from './calendar-names.ts'
import {asciiDigit, wordKey} from './fold.ts'
import {languageOf} from './index.ts'

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

/** Languages that inflect the names of months and days by their last letter. @see CLDR, which has two cases of them */
const inflecting = new Set('be bg bs cs hr lt lv mk pl ru sk sl sr uk'.split(' '))
const ending = /[аеиоуыэюяіїєьйaeiouyąęůěá]$/u

/** The name in a word with a particle before it (בנובמבר), a suffix behind an apostrophe (Ekim'de) or another ending (марте). */
function inflected(
  word: string,
  tag: string,
  names: ReadonlyMap<string, CalendarName>
): CalendarName | undefined {
  const isCalendar = (name: CalendarName | undefined): CalendarName | undefined =>
    name && ['month', 'weekday', 'season'].includes(name.kind) ? name : undefined
  const [stem = ''] = word.split(/['’]/u)
  if (stem.length >= 3 && stem.length < word.length) {
    const found = isCalendar(names.get(wordKey(stem)))
    if (found) return found
  }
  const key = wordKey(word)
  for (const letter of languageOf(tag).proclitics) {
    if (key.length < 5 || !key.startsWith(letter)) continue
    const found = isCalendar(names.get(key.slice(letter.length)))
    if (found) return found
  }
  if (key.length < 4 || !inflecting.has(tag.split('-')[0] ?? '')) return undefined
  return isCalendar(stemsOf(tag, names).get(key.replace(ending, '')))
}

const stems = new Map<string, Map<string, CalendarName>>()

/** Names without their last vowel; where two names share a stem, neither is taken. */
function stemsOf(
  tag: string,
  names: ReadonlyMap<string, CalendarName>
): Map<string, CalendarName> {
  const known = stems.get(tag)
  if (known) return known
  const made = new Map<string, CalendarName>()
  const shared = new Set<string>()
  for (const [key, name] of names) {
    const stem = key.replace(ending, '')
    const other = made.get(stem)
    if (other && (other.kind !== name.kind || other.value !== name.value))
      shared.add(stem)
    if (stem.length >= 3) made.set(stem, name)
  }
  for (const stem of shared) made.delete(stem)
  stems.set(tag, made)
  return made
}

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
      key: isNumber ? [...match[0]].map(asciiDigit).join('') : wordKey(match[0])
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
    const name =
      number === null
        ? (names.get(run(count)) ?? inflected(first.text, tag, names) ?? null)
        : null
    tokens.push({start, end: last.end, text: text.slice(start, last.end), number, name})
    n += count - 1
  }
  return tokens
}
