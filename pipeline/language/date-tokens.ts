import {type CalendarName, type CalendarNames, calendarNames} from './calendar-names.ts'
import {numberOf} from './cjk-numbers.ts'
import {asciiDigits, keySet, wordKey} from './fold.ts'
import {languageOf} from './index.ts'
import {numberWords} from './number-words.ts'
import {relativeNames} from './relative-names.ts'
import {isUnspaced, type Pieces, piecesOf} from './unspaced-words.ts'
import {type Word, wordsOf} from './words.ts'

/** A number, or the longest run of words that the calendar has a name for, or any other word. */
export interface DateToken {
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  /** As printed. */
  readonly text: string
  /** `wordKey` of its words; empty for a number. */
  readonly key: string
  readonly number: number | null
  readonly name: CalendarName | null
  /** True where a date expression may begin with it. */
  readonly opens: boolean
}

/** Languages that inflect the names of months and days by their last letter. @see CLDR, which has two cases of them */
const inflecting = new Set('be bg bs cs hr lt lv mk pl ru sk sl sr uk'.split(' '))
const ending = /[аеиоуыэюяіїєьйიaeiouyąęůěá]$/u

const balticEnding = /[aeiouy]?s$|[aeiouy]$/u

const stemOf = (key: string, tag: string): string =>
  key.replace(/^l[tv]\b/u.test(tag) ? balticEnding : ending, '')

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
  const language = tag.split('-')[0] ?? ''
  if (key.length >= 4 && inflecting.has(language))
    return isCalendar(stemsOf(tag, names).get(stemOf(key, tag)))
  return agglutinating.has(language) ? suffixed(key, tag, names) : undefined
}

/** Languages that write case endings to a noun. @see WALS, feature 26A, strongly suffixing */
const agglutinating = new Set('az et eu fi hu hy ka kk ky mn tr tt uz'.split(' '))

/** The month before an ending of up to four letters: märts|il, მარტ|ს, márciusá|ban. */
function suffixed(
  key: string,
  tag: string,
  names: ReadonlyMap<string, CalendarName>
): CalendarName | undefined {
  const shortest = Math.max(4, key.length - 4)
  for (let length = Math.min(key.length - 1, 14); length >= shortest; length--) {
    const stem = key.slice(0, length)
    const name = names.get(stem) ?? stemsOf(tag, names).get(stem)
    if (name?.kind === 'month') return name
  }
  return undefined
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
    const stem = stemOf(key, tag)
    const other = made.get(stem)
    if (other && (other.kind !== name.kind || other.value !== name.value))
      shared.add(stem)
    if (stem.length >= 3) made.set(stem, name)
  }
  for (const stem of shared) made.delete(stem)
  stems.set(tag, made)
  return made
}

/** What a word means to a reader of dates, looked up once. */
interface Meaning {
  readonly key: string
  readonly name: CalendarName | null
  /** True where a name of several words begins with it. */
  readonly opensRun: boolean
  /** True where a date expression may begin with it. */
  readonly opens: boolean
}

interface Lexicon extends CalendarNames {
  /** First words of the names that have several. */
  readonly runs: ReadonlySet<string>
  /** Words that are no names but may begin a date: `vor` 3 Tagen, `années` 1990. */
  readonly leads: ReadonlySet<string>
  /** What is cut out of runs of letters; null in a language with spaces between words. */
  readonly pieces: Pieces | null
  /** By the word as printed. */
  readonly meanings: Map<string, Meaning>
}

const lexicons = new Map<string, Lexicon>()
/** Words kept for a language, so that the memory stays bounded. */
const mostMeanings = 50_000

function lexiconOf(tag: string): Lexicon {
  const known = lexicons.get(tag)
  if (known) return known
  const {names, words} = calendarNames(tag)
  const runs = [...names.keys()]
    .filter((key) => key.includes(' '))
    .map((key) => key.slice(0, key.indexOf(' ')))
  const leads = new Set([
    ...relativeNames(tag).templates.keys(),
    ...keySet(languageOf(tag).decadeWords),
    ...numberWords(tag).keys()
  ])
  const pieces = isUnspaced(tag) ? piecesFrom(names, tag) : null
  const lexicon = {names, words, runs: new Set(runs), leads, pieces, meanings: new Map()}
  lexicons.set(tag, lexicon)
  return lexicon
}

/** Signs behind the numbers of a date, the longest first. */
const signs = ['年代', '년대', ...'年月日号號년월일']

function piecesFrom(names: ReadonlyMap<string, CalendarName>, tag: string): Pieces {
  const after = [...relativeNames(tag).templates.values()]
    .flat()
    .flatMap((template) => template.after)
  const whole = [...names.keys()].filter((key) => key.length > 1 && !key.includes(' '))
  const keys = new Set(tag.startsWith('ko') ? [...whole, ...after] : whole)
  return {
    names: keys,
    first: new Set([...keys].map((key) => key[0] ?? '')),
    longest: Math.max(...[...keys].map((key) => key.length)),
    units: [...new Set([...after, ...signs])].sort((a, b) => b.length - a.length)
  }
}

const wordsFor = (text: string, tag: string, {pieces}: Lexicon): readonly Word[] =>
  pieces ? piecesOf(text, tag, pieces) : wordsOf(text)

function meaningOf(word: string, tag: string, lexicon: Lexicon): Meaning {
  const known = lexicon.meanings.get(word)
  if (known) return known
  const key = wordKey(word)
  const name = lexicon.names.get(key) ?? inflected(word, tag, lexicon.names) ?? null
  const opens = mayOpen(name) || lexicon.leads.has(key)
  const meaning = {key, name, opensRun: lexicon.runs.has(key), opens}
  if (lexicon.meanings.size >= mostMeanings) lexicon.meanings.clear()
  lexicon.meanings.set(word, meaning)
  return meaning
}

/** Words within a date do not begin one. */
const mayOpen = (name: CalendarName | null): boolean =>
  name !== null && name.kind !== 'am' && name.kind !== 'pm' && name.kind !== 'link'

/** False where no word of a text can begin a date: most paragraphs have neither a number nor a name of the calendar. */
export function mayHoldDate(text: string, tag: string): boolean {
  const lexicon = lexiconOf(tag)
  return wordsFor(text, tag, lexicon).some((word) => {
    if (word.isNumber) return true
    const {opens, opensRun} = meaningOf(word.text, tag, lexicon)
    return opens || opensRun
  })
}

/** Cuts a text into words and numbers and looks the words up among the names of the calendar. */
export function dateTokens(text: string, tag: string): DateToken[] {
  const lexicon = lexiconOf(tag)
  const words = wordsFor(text, tag, lexicon)
  const tokens: DateToken[] = []
  for (let n = 0; n < words.length; n++) {
    const word = words[n]
    if (!word) continue
    if (word.isNumber) {
      const number = numberOf(word.text)
      const {start, end, text: printed} = word
      tokens.push({start, end, text: printed, key: '', number, name: null, opens: true})
      continue
    }
    const {key, name, opensRun, opens} = meaningOf(word.text, tag, lexicon)
    const run = opensRun ? longestRun(words, n, lexicon) : null
    const end = run?.end ?? word.end
    tokens.push({
      start: word.start,
      end,
      text: run ? text.slice(word.start, end) : word.text,
      key: run?.key ?? key,
      number: null,
      name: run?.name ?? name,
      opens: run ? mayOpen(run.name) : opens
    })
    n += (run?.count ?? 1) - 1
  }
  return tokens
}

/** The longest name of several words that begins at a word. */
function longestRun(
  words: readonly Word[],
  n: number,
  {names, words: most}: Lexicon
): {name: CalendarName; key: string; end: number; count: number} | null {
  for (let count = Math.min(most, words.length - n); count > 1; count--) {
    const run = words.slice(n, n + count)
    const key = run.map(runKey).join(' ')
    const name = names.get(key)
    const last = run.at(-1)
    if (name && last) return {name, key, end: last.end, count}
  }
  return null
}

const runKey = ({text, isNumber}: Word): string =>
  isNumber ? asciiDigits(text) : wordKey(text)
