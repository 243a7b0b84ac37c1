import type {Family} from './find-label.ts'
import {isCased} from './name-shape.ts'
import type {Label} from './opening.ts'
import type {Page} from './page.ts'
import {asksSomewhere, endsSentence, speechAt} from './print.ts'
import type {Voice, Voices} from './voices.ts'

/** What one family of labels looks like over the page. */
export interface Cast {
  readonly family: Family
  readonly voices: Voices
  /** Labels that recur and look like names. */
  readonly recurring: readonly Voice[]
  /** True where labels stand on lines of their own. */
  readonly ownLine: boolean
  /** Lines with labels that count as evidence, in order. */
  readonly support: readonly number[]
  /** True where questions are asked in the speeches. */
  readonly asks: boolean
}

/** Finds the labels that carry the case for dialogue; null where none recurs. */
export function findCast(page: Page, family: Family, voices: Voices): Cast | null {
  const all = [...voices.byKey.values()]
  const named = all.filter((voice) => isLikely(page, family, voice))
  const likely =
    family === 'colon' && named.length > 0
      ? all.filter((voice) => named.includes(voice) || isOffice(voice))
      : named
  if (family === 'alone' && !likely.some((voice) => voice.places.length >= 3)) return null
  const apart = likely.filter((voice) => voice.alone > voice.places.length * 0.7)
  const ownLine = apart.length >= likely.length * 0.6
  const fits = (index: number, voice: Voice): boolean => {
    const label = voices.labelAt(index)
    return label !== null && fitsCast({ownLine}, label, voice.places.length)
  }
  const recurring = likely.filter(
    (voice) => voice.places.filter((index) => fits(index, voice)).length >= 2
  )
  if (recurring.length === 0) return null
  const places = recurring.flatMap((voice) =>
    voice.places.filter((index) => fits(index, voice))
  )
  const once = ownLine ? speakersOnce(page, family, voices) : []
  const sorted = [...places, ...once].sort((a, b) => a - b)
  const support = ownLine ? dropForms(page, sorted) : dropHead(page, sorted)
  const asks = support.some((index) => asksSomewhere(speechAt(page, index)))
  return {family, voices, recurring, ownLine, support, asks}
}

/** De voorzitter: words that are not all capitalised, always on a line of their own, beside the names of others. */
const isOffice = (voice: Voice): boolean =>
  voice.places.length >= 2 &&
  voice.alone === voice.places.length &&
  voice.shape >= 0.5 &&
  voice.words <= 4

/** Recurs, and looks like a name or is known to be one. */
function isLikely(page: Page, family: Family, voice: Voice): boolean {
  if (voice.places.length < 2) return false
  if (voice.shape >= 0.75 || page.knowledge.isKnown(voice.key)) return true
  const isTimed = (at: number): boolean =>
    family === 'time' || page.openings[at]?.timed === true
  if (voice.words === 1 && voice.places.every(isTimed)) return true
  return family === 'alone' && voice.places.length >= 3 && voice.shape >= 0.5
}

/** In minutes of a parliament most members speak once: their names on lines of their own count too. */
function speakersOnce(page: Page, family: Family, voices: Voices): number[] {
  const [shape, words] = family === 'alone' ? [0.8, 12] : [0.99, 5]
  return voices.candidates.filter((index) => {
    const label = voices.labelAt(index)
    if (index === 0 && family === 'alone') return false
    if (!label?.alone || voices.byKey.get(label.key)?.places.length !== 1) return false
    if (label.shape < shape || label.head.split(/\s+/u).length > words) return false
    return isCased(label.head) && endsSentence(speechAt(page, index))
  })
}

/** Present:, Agenda:, Staff: before the first speech have lists behind them, no sentences. */
function dropForms(page: Page, support: readonly number[]): readonly number[] {
  let from = 0
  while (support.length - from > 3 && !endsSentence(speechAt(page, support[from] ?? 0)))
    from++
  return support.slice(from)
}

/** A label in the headline or the introduction stands far from the run of turns. */
function dropHead(page: Page, support: readonly number[]): readonly number[] {
  let from = 0
  while (support.length - from > 3 && isApart(page, support.slice(from))) from++
  return support.slice(from)
}

function isApart(page: Page, support: readonly number[]): boolean {
  const gaps = support.slice(1).map((at, n) => at - (support[n] ?? 0))
  const first = gaps[0] ?? 0
  const usual = gaps.slice(1).sort((a, b) => a - b)
  const long = usual[Math.floor(usual.length * 0.9)] ?? 0
  const at = support[0] ?? 0
  const isHeadline = at === 0 && !endsSentence(speechAt(page, at))
  if (at === 0 && !isHeadline) return false
  const isSpeech = endsSentence(speechAt(page, at))
  if (isSpeech && first <= 12) return false
  return first > Math.max(2, 2 * long) || (isHeadline && first > 2 && first > long)
}

/** Labels stand as the others do: on their own line, or before their speech. */
export function fitsCast(cast: {ownLine: boolean}, label: Label, count: number): boolean {
  return (
    label.alone === cast.ownLine || (!cast.ownLine && label.shape >= 0.75 && count >= 3)
  )
}
