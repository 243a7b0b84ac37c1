import type {Convention, Evidence, Page, Start} from './page.ts'
import {total} from './page.ts'
import {bareStart, endsInQuestion, endsSentence, textAt, wordCount} from './print.ts'
import {withFirstLabels} from './questions.ts'

/** Below this sum headings over the parts of a text explain the lines as well; the same as for bare questions. */
const threshold = 7.3

/** Questions that markup sets off, in bold, as headings or by their name, with answers behind them that it does not. */
export function setOffQuestions(page: Page): Convention | null {
  const isSetOff = page.blocks.map((_, index) => asks(page, index))
  const questions = isSetOff.flatMap((yes, index) =>
    yes && index + 1 < isSetOff.length && !isSetOff[index + 1] ? [index] : []
  )
  if (questions.length < 3) return null
  const evidence = weigh(page, questions)
  if (total(evidence) < threshold) return null
  const starts: Start[] = []
  for (let index = questions[0] ?? 0; index < page.blocks.length; index++) {
    const isFirst = isSetOff[index] || isSetOff[index - 1]
    const isOpen = isSetOff[index] && isSetOff[index - 1] && index > (questions[0] ?? 0)
    if (isFirst && !isOpen) starts.push(bareStart(index))
  }
  return {
    name: 'questions that markup sets off',
    score: total(evidence),
    evidence,
    starts: withFirstLabels(page, starts)
  }
}

/** A line named a question, or one that is set off and reads as a sentence; no short heading is one. */
function asks(page: Page, index: number): boolean {
  const block = page.blocks[index]
  if (block?.hint?.line === 'question') return true
  if (block?.hint?.line !== 'strong') return false
  if (page.openings[index]?.label) return false
  return (
    endsInQuestion(block.text) || (endsSentence(block.text) && wordCount(block.text) > 2)
  )
}

function weigh(page: Page, questions: readonly number[]): Evidence[] {
  const {addresses, speaksOfSelf} = page.knowledge
  const share = (test: (index: number) => boolean | null): number =>
    questions.filter((index) => test(index) === true).length / questions.length
  const asking = share(
    (index) =>
      page.blocks[index]?.hint?.line === 'question' || endsInQuestion(textAt(page, index))
  )
  const addressed = share((index) => addresses(textAt(page, index)))
  const own = share((index) => speaksOfSelf(textAt(page, index + 1)))
  const reverse =
    share((index) => speaksOfSelf(textAt(page, index))) * 0.5 +
    share((index) => addresses(textAt(page, index + 1))) * 0.5
  const isUnknown = addresses(textAt(page, questions[0] ?? 0)) === null
  return [
    {
      what: `${questions.length} lines set off, each with an answer behind it`,
      weight: Math.min(4, questions.length / 2)
    },
    {
      what: `${percent(asking)} of them ask`,
      weight: asking >= 0.5 ? 4 * asking : -4
    },
    isUnknown
      ? {what: 'who is addressed cannot be told in this language', weight: 2}
      : {what: `${percent(addressed)} of them address somebody`, weight: 4 * addressed},
    {what: `${percent(own)} of the answers speak in the first person`, weight: 3 * own},
    {
      what: `${percent(reverse)} speak the other way round, as common questions do`,
      weight: -5 * reverse
    }
  ]
}

const percent = (part: number): string => `${Math.round(part * 100)} %`
