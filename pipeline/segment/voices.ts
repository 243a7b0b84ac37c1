import type {Label} from './opening.ts'
import type {Page} from './page.ts'
import {isStageLine} from './print.ts'

/** All places where one label stands. */
export interface Voice {
  readonly key: string
  readonly places: readonly number[]
  /** The best of its places, 0 to 1. */
  readonly shape: number
  /** Places where it stands alone on its line. */
  readonly alone: number
  /** Number of words in its name. */
  readonly words: number
}

/** The labels of a page by key, those that never have speech behind them (`Break:`) left out. */
export interface Voices {
  readonly byKey: ReadonlyMap<string, Voice>
  /** Indexes of the lines that open with one of them, in order. */
  readonly candidates: readonly number[]
  labelAt(index: number): Label | null
  readonly mute: number
  /** True where a line is nothing but one of the labels left out. */
  isMute(index: number): boolean
}

/** Gathers the labels that one family of delimiters gives. */
export function gatherVoices(
  page: Page,
  labelAt: (index: number) => Label | null
): Voices {
  const places = new Map<string, number[]>()
  for (const [index, block] of page.blocks.entries()) {
    const label = isStageLine(block.text) ? null : labelAt(index)
    if (!label) continue
    const list = places.get(label.key)
    if (list) list.push(index)
    else places.set(label.key, [index])
  }
  const byKey = new Map<string, Voice>()
  const muteLines = new Set<number>()
  let mute = 0
  for (const [key, list] of places) {
    if (isMute(page, list, labelAt)) {
      mute++
      for (const index of list) muteLines.add(index)
    } else byKey.set(key, voiceOf(key, list, labelAt))
  }
  const candidates = [...byKey.values()]
    .flatMap((voice) => voice.places)
    .sort((a, b) => a - b)
  return {
    byKey,
    candidates,
    labelAt: (index) => keep(labelAt(index), byKey),
    mute,
    isMute: (index) => muteLines.has(index)
  }
}

const keep = (label: Label | null, byKey: ReadonlyMap<string, Voice>): Label | null =>
  label && byKey.has(label.key) ? label : null

function isMute(
  page: Page,
  places: readonly number[],
  labelAt: (index: number) => Label | null
): boolean {
  const silent = places.filter(
    (index) =>
      labelAt(index)?.alone && (labelAt(index + 1) || index + 1 >= page.blocks.length)
  )
  return silent.length > places.length / 2
}

function voiceOf(
  key: string,
  places: readonly number[],
  labelAt: (index: number) => Label | null
): Voice {
  const labels = places.map(labelAt).filter((label) => label !== null)
  return {
    key,
    places,
    shape: Math.max(...labels.map((label) => label.shape)),
    alone: labels.filter((label) => label.alone).length,
    words: Math.max(...labels.map((label) => label.head.split(/\s+/u).length))
  }
}
