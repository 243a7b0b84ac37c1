import {unlabelledContinuation} from '../diagnostics/segment-rules.ts'
import type {Reading} from '../source/reading.ts'
import type {Context} from '../source/types.ts'
import {turnId, utteranceId} from '../tree/id.ts'
import type {Label, Position, Turn, TurnChild, Utterance} from '../tree/types.ts'
import type {Extent} from './extent.ts'
import {leavesOf} from './leaves.ts'
import {onlyTime} from './opening.ts'
import type {Page, Start} from './page.ts'
import type {Narrator} from './paragraphs.ts'
import type {Pictures} from './pictures.ts'
import {isStageLine} from './print.ts'
import {asStage, wrapStageDirections} from './stage-directions.ts'

/** How sure we are that a paragraph without a label goes on with the turn before it. */
const continuationConfidence = 0.9

/** What making a turn takes besides its start and extent. */
export interface TurnMaker {
  readonly reading: Reading
  readonly page: Page
  readonly context: Context
  readonly tag: string
  /** True where several paragraphs a turn are usual on this page: then they need no message. */
  readonly longTurns: boolean
  /** Makes headings and figures, whose numbers run through the article. */
  readonly narrator: Narrator
  readonly pictures: Pictures
}

/** Makes the nth turn of an article (from 1): its label, then an utterance a paragraph. */
export function makeTurn(
  maker: TurnMaker,
  n: number,
  {start, extent}: {start: Start; extent: Extent}
): Turn {
  const {reading, page} = maker
  const id = turnId(n)
  const opening = openingSpan(maker, start)
  const from = page.blocks[extent.from]?.start ?? 0
  const last = page.blocks[extent.to]
  const children: TurnChild[] = []
  const utterances: Utterance[] = []
  for (let index = extent.speech; index <= extent.to; index++) {
    if (index > extent.from)
      children.push(...maker.pictures.before(page.blocks[index]?.start ?? 0))
    const utterance = makeUtterance(maker, {turn: n, start, index}, utterances)
    if (!utterance) continue
    utterances.push(utterance)
    children.push(utterance)
  }
  return {
    type: 'turn',
    id,
    n,
    label: start.label && opening ? labelNode(reading, start.label, opening) : null,
    speaker: null,
    children,
    position: reading.at.span(from, last?.end ?? 0)
  }
}

/** False where a label has nothing behind it, or only characters that no output carries: nobody speaks there. */
export function hasSpeech(
  {reading, page}: TurnMaker,
  start: Start,
  extent: Extent
): boolean {
  const block = page.blocks[extent.speech]
  if (!block || extent.speech > extent.to) return false
  if (extent.to > extent.speech || extent.speech > start.block) return true
  return leavesOf(reading, speechStart(page, start), block.end).length > 0
}

/**
 * What is printed to open a turn: bullet, time code, label and delimiter; all of the line where the
 * label stands alone. Null where nothing is.
 */
export function openingSpan(
  {reading, page}: Pick<TurnMaker, 'reading' | 'page'>,
  start: Start
): {position: Position; isLabel: boolean} | null {
  const block = page.blocks[start.block]
  const from = block?.start ?? 0
  const labelEnd = start.speech > start.block ? block?.end : start.label?.end
  const to = start.label ? (labelEnd ?? from) : speechStart(page, start)
  if (to === from) return null
  return {position: reading.at.span(from, to), isLabel: start.label !== null}
}

function labelNode(
  {text}: Reading,
  {value, start}: NonNullable<Start['label']>,
  {position}: {position: Position}
): Label {
  const before = text.slice(position.start.offset, start)
  const after = text.slice(start + value.length, position.end.offset)
  return {...(before ? {before} : {}), value, ...(after ? {after} : {}), position}
}

/** Where the speech of a turn begins on its first line: after bullet, time code and label. */
function speechStart(page: Page, start: Start): number {
  const opening = page.openings[start.block]
  if (opening && start.label) return opening.speechStart
  if (opening && start.marked) return opening.markEnd
  return page.blocks[start.block]?.start ?? 0
}

function makeUtterance(
  {reading, page, context, tag, longTurns}: TurnMaker,
  {turn, start, index}: {turn: number; start: Start; index: number},
  before: readonly Utterance[]
): Utterance | null {
  const block = page.blocks[index]
  if (!block) return null
  const isOpening = index === start.block
  const from = isOpening ? speechStart(page, start) : block.start
  const leaves = leavesOf(reading, from, block.end)
  if (leaves.length === 0) return null
  const position = reading.at.span(from, block.end)
  const previous = before.at(-1)
  const isTime = !isOpening && onlyTime.test(block.text)
  const isContinuation =
    previous !== undefined && start.label !== null && !isTime && !isStageLine(block.text)
  if (isContinuation && !longTurns)
    context.report(unlabelledContinuation, {turn}, {position})
  const gap = previous ? gapOf(reading, previous.position.end.offset, from) : ''
  return {
    type: 'utterance',
    id: utteranceId(turnId(turn), before.length + 1),
    ...(isContinuation
      ? {rule: 'segment/unlabelled-continuation', confidence: continuationConfidence}
      : {}),
    ...(gap ? {gap} : {}),
    children: isTime
      ? asStage(leaves, position)
      : wrapStageDirections(leaves, tag, reading.at),
    position
  }
}

/** What parts two utterances; on a page what stands between them may be no part of the article, or an image's caption. */
function gapOf({text, origin}: Reading, start: number, end: number): string {
  const gap = text.slice(start, end)
  return origin && gap.trim() ? '\n' : gap
}
