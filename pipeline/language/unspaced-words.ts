import {segmentsOf} from '../tree/segments.ts'
import {cjkNumeral} from './cjk-numbers.ts'
import {nameKey, wordKey} from './fold.ts'
import {type Word, wordsOf} from './words.ts'

/** What is looked for within runs of letters. */
export interface Pieces {
  /** Keys of names, two letters long at least. */
  readonly names: {has(key: string): boolean}
  /** Letters that names begin with. */
  readonly first: ReadonlySet<string>
  /** Letters of the longest name. */
  readonly longest: number
  /** What may stand right behind a number, the longest first. */
  readonly units: readonly string[]
}

/** Languages that put no space between words, and Korean, which writes particles to them. @see UAX #14, class SA and ID */
const unspaced = new Set('ja ko km lo my th yue zh'.split(' '))

/** True where names must be looked for within runs of letters. */
export const isUnspaced = (tag: string): boolean =>
  unspaced.has(tag.toLowerCase().split('-', 1)[0] ?? '')

let last: {text: string; pieces: Pieces | null; words: readonly Word[]} = {
  text: '',
  pieces: null,
  words: []
}

/** The words of a text with its names, numerals and units of time as words of their own. */
export function piecesOf(text: string, tag: string, pieces: Pieces): readonly Word[] {
  if (last.text === text && last.pieces === pieces) return last.words
  const words: Word[] = []
  for (const word of wordsOf(text)) {
    if (word.isNumber || pieces.names.has(wordKey(word.text))) words.push(word)
    else cutRun(word, words, tag, pieces)
  }
  last = {text, pieces, words}
  return words
}

/** Cuts one run of letters and adds its pieces behind the words before it. */
function cutRun(run: Word, words: Word[], tag: string, pieces: Pieces): void {
  const {text} = run
  let bounds: ReadonlySet<number> | null = null
  let rest = 0
  const add = (from: number, to: number, isNumber: boolean): void => {
    if (to > from)
      words.push({
        start: run.start + from,
        end: run.start + to,
        text: text.slice(from, to),
        isNumber
      })
  }
  const take = (from: number, to: number, isNumber: boolean): void => {
    add(rest, from, false)
    add(from, to, isNumber)
    rest = to
  }
  for (let at = 0; at < text.length; at = Math.max(at + 1, rest)) {
    const before = words.at(-1)
    const isBehindNumber =
      at === rest && before?.isNumber && before.end === run.start + at
    const unit = isBehindNumber ? unitAt(text, at, pieces) : undefined
    if (unit) {
      take(at, at + unit.length, false)
      continue
    }
    const numeral = numeralAt(text, at, pieces)
    if (numeral > at) {
      take(at, numeral, true)
      continue
    }
    const end = pieces.first.has(wordKey(text[at] ?? '')[0] ?? '')
      ? nameAt(text, at, pieces)
      : at
    if (end === at) continue
    bounds ??= boundsOf(text, tag)
    if (bounds.has(at) && bounds.has(end)) take(at, end, false)
  }
  add(rest, text.length, false)
}

const unitAt = (text: string, at: number, {units}: Pieces): string | undefined =>
  units.find((unit) => text.startsWith(unit, at))

/** The end of a numeral that a unit of time stands behind. */
function numeralAt(text: string, at: number, pieces: Pieces): number {
  cjkNumeral.lastIndex = at
  const end = at + (cjkNumeral.exec(text)?.[0].length ?? 0)
  return end > at && unitAt(text, end, pieces) ? end : at
}

/** The end of the longest name at an index, with the marks on its last letter. */
function nameAt(text: string, at: number, {names, longest}: Pieces): number {
  let best = at
  let key = ''
  for (let end = at; end < text.length && key.length < longest; end++) {
    const letter = nameKey(text[end] ?? '')
    key += letter
    if (key.length > 1 && names.has(key)) best = end + 1
  }
  return best
}

/** Particles of case and topic, and the ends of nouns before others. @see Martin, A Reference Grammar of Korean, particles */
const korean = /(?:은|는|이|가|을|를|도|만|의|과|와|로|부터|까지|에|에는|에도|에서)$/u

const segmenters = new Map<string, Intl.Segmenter>()

/** Where the words of a run begin and end. @see UAX #29, word boundaries with the dictionary of `Intl` */
function boundsOf(text: string, tag: string): ReadonlySet<number> {
  const segmenter = segmenters.get(tag) ?? new Intl.Segmenter(tag, {granularity: 'word'})
  segmenters.set(tag, segmenter)
  const bounds = new Set([text.length])
  for (const {index} of segmentsOf(text, segmenter)) bounds.add(index)
  const particle = tag.startsWith('ko') ? korean.exec(text) : null
  if (particle) bounds.add(particle.index)
  return bounds
}
