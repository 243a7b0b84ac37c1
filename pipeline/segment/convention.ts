import type {Reading} from '../source/reading.ts'
import {labelsAlone} from './alone.ts'
import {labelledTurns} from './labelled.ts'
import {leavesOf} from './leaves.ts'
import {markedQuestions} from './marked-questions.ts'
import {openingOf} from './opening.ts'
import type {Convention, Knowledge, Page} from './page.ts'
import {bareQuestions} from './questions.ts'
import {setOffQuestions} from './set-off.ts'

/**
 * A page with the opening of each of its lines read; lines all of whose characters are set aside are none,
 * and readers who comment on an article take no turns in it.
 */
export function readPage(reading: Reading, knowledge: Knowledge): Page {
  const blocks = reading.blocks.filter(
    ({start, end, role}) => role !== 'comment' && leavesOf(reading, start, end).length > 0
  )
  return {
    blocks,
    openings: blocks.map((block) => openingOf(block, knowledge)),
    knowledge
  }
}

/**
 * Chooses the best explanation of a whole document among the printed conventions: labels, marks,
 * bare questions. Each hypothesis gathers weighed evidence over all lines; the highest sum
 * above its threshold wins, and where none passes there is no dialogue.
 */
export function chooseConvention(page: Page): Convention | null {
  const labelled = labelledTurns(page)
  const alone = labelsAlone(page)
  if (alone && alone.score > (labelled?.score ?? 4.5) + 1) return alone
  return (
    labelled ??
    markedQuestions(page) ??
    better(setOffQuestions(page), bareQuestions(page))
  )
}

/** The one with more evidence; the first where both have as much. */
const better = (one: Convention | null, other: Convention | null): Convention | null =>
  one && other ? (other.score > one.score ? other : one) : (one ?? other)

/** Every convention that explains the page better than no dialogue would, for a report of the choice. */
export const conventionsOf = (page: Page): Convention[] =>
  [
    labelledTurns(page),
    labelsAlone(page),
    markedQuestions(page),
    setOffQuestions(page),
    bareQuestions(page)
  ].filter((convention) => convention !== null)
