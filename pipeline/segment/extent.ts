import {onlyTime} from './opening.ts'
import type {Convention, Page} from './page.ts'
import {endsSentence, isStageLine, textAt, wordCount} from './print.ts'

/** The blocks of one turn, both included; of a label that nothing is said behind, `to` lies before `speech`. */
export interface Extent {
  readonly from: number
  /** First block of speech: `from`, or the next where the label stands alone. */
  readonly speech: number
  readonly to: number
}

/**
 * How far each turn runs: to the next one, short of the sub-heads before it. After the last turn
 * the speech goes on only where turns of this page often have several paragraphs.
 */
export function extentsOf(page: Page, convention: Convention): Extent[] {
  const {starts} = convention
  const goesOn = hasLongTurns(page, convention)
  return starts.map((start, n) => {
    const next = starts[n + 1]?.block
    const end = next ?? (goesOn ? page.blocks.length : start.speech + 1)
    const to =
      start.speech < (next ?? page.blocks.length)
        ? beforeSubheads(page, start.speech, end - 1)
        : start.block
    return {from: start.block, speech: start.speech, to}
  })
}

/** True where it is usual on a page that a turn has several paragraphs: in a quarter of them or more. */
export function hasLongTurns(page: Page, {starts}: Convention): boolean {
  const long = starts
    .slice(0, -1)
    .filter(({speech}, n) => isLong(page, speech, starts[n + 1]?.block ?? 0)).length
  return long >= 0.25 * Math.max(1, starts.length - 1)
}

/** True for several lines, times that stand alone not counted. */
function isLong(page: Page, from: number, to: number): boolean {
  let at = to - 1
  while (at > from && onlyTime.test(textAt(page, at))) at--
  return at > from
}

function beforeSubheads(page: Page, first: number, last: number): number {
  let to = last
  while (to > first && isSubhead(textAt(page, to))) to--
  return Math.max(first, to)
}

/** A short line that ends no sentence and is no item of a list. */
const isSubhead = (text: string): boolean =>
  text.length < 90 &&
  wordCount(text) <= 9 &&
  !endsSentence(text) &&
  !isStageLine(text) &&
  !/^[-*•\d]/u.test(text)
