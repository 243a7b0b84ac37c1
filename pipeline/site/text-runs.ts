import bidiFactory, {type Bidi} from 'bidi-js'
import type {Article} from '../tree/types.ts'

/** A part of a line whose letters run one way. */
export interface Run {
  readonly text: string
  readonly isRightToLeft: boolean
}

/**
 * The runs of a line from left to right, each with its letters in the order of reading.
 * @param line without characters that set a direction
 * @see https://www.unicode.org/reports/tr9/
 */
export function runsOf(line: string, direction: Article['dir']): Run[] {
  const isRightToLeft = direction === 'rtl'
  const mayTurn = isRightToLeft ? mayRunRight : mayRunLeft
  return mayTurn.test(line) ? sortedRuns(line, direction) : [{text: line, isRightToLeft}]
}

/*
 * Most lines run one way, which is told without the tables of the algorithm: they take 6 ms to load, and a line a tenth
 * of one. Letters that run from right to left have blocks of their own; of those, figures do not.
 * @see https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt
 */
const mayRunLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const mayRunRight =
  /[\p{N}\u0600-\u0605\u066b\u066c\u06dd\u0890\u0891\u08e2]|[^\u0590-\u08ff\u200c\s.,:;!?()«»"'“”‘’…–—-]/u

let bidi: Bidi | undefined

function sortedRuns(line: string, direction: Article['dir']): Run[] {
  bidi ??= bidiFactory()
  const embedding = bidi.getEmbeddingLevels(line, direction)
  const spans: {from: number; to: number; level: number}[] = []
  for (const at of bidi.getReorderedIndices(line, embedding)) {
    const level = embedding.levels[at] ?? 0
    const last = spans.at(-1)
    if (last?.level === level && level % 2 === 1 && at === last.from - 1) last.from = at
    else if (last?.level === level && level % 2 === 0 && at === last.to) last.to = at + 1
    else spans.push({from: at, to: at + 1, level})
  }
  return spans.map(({from, to, level}) => ({
    text: line.slice(from, to),
    isRightToLeft: level % 2 === 1
  }))
}
