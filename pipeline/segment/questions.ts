import type {Convention, Evidence, Page, Start} from './page.ts'
import {total} from './page.ts'
import {bareStart, endsInQuestion, textAt, wordCount} from './print.ts'

/** Below this sum a text that asks its reader explains the lines as well. */
const bareThreshold = 7.3

/** Questions and answers with nothing printed before them: told apart by question marks and by who is addressed. */
export function bareQuestions(page: Page): Convention | null {
  const isQuestion = page.blocks.map(
    (block, index) =>
      endsInQuestion(block.text) &&
      page.openings[index]?.mark !== '#' &&
      block.hint?.line !== 'faq'
  )
  const questions = page.blocks
    .map((_, index) => index)
    .filter((index) => isQuestion[index])
  const answered = questions.filter(
    (index) => index + 1 < page.blocks.length && !isQuestion[index + 1]
  )
  const first = answered[0]
  if (first === undefined || answered.length < 4) return null
  const evidence = weighBare(page, questions.length, answered)
  if (total(evidence) < bareThreshold) return null
  const starts: Start[] = []
  let asked = false
  for (let index = first; index < page.blocks.length; index++) {
    if (isQuestion[index] !== asked) {
      starts.push(bareStart(index))
      asked = !asked
    }
  }
  return {
    name: 'questions and answers without marks',
    score: total(evidence),
    evidence,
    starts: withFirstLabels(page, starts)
  }
}

function weighBare(
  page: Page,
  questions: number,
  answered: readonly number[]
): Evidence[] {
  const span = (answered.at(-1) ?? 0) - (answered[0] ?? 0) + 2
  const often = answered.length / span
  const pure = answered.length / questions
  const {addresses, speaksOfSelf} = page.knowledge
  const addressed = answered.map((index) => addresses(textAt(page, index)))
  const own = answered.map((index) => speaksOfSelf(textAt(page, index + 1)))
  const unknown = addressed.includes(null)
  const quoted = rate(answered, (index) =>
    /^[«“„"「].*[»”"」][.。]?$/u.test(textAt(page, index + 1))
  )
  return [
    ...(quoted > 0.8
      ? [{what: `${percent(quoted)} of the answers stand in quotation marks`, weight: 4}]
      : []),
    {
      what: `${answered.length} questions with an answer behind them`,
      weight: Math.min(4, answered.length / 2) - 2
    },
    {
      what: `${percent(often)} of the lines of that stretch ask`,
      weight: often * 8 * pure
    },
    unknown
      ? {what: 'who is addressed cannot be told in this language', weight: 2}
      : {
          what: `${percent(rate(addressed, (yes) => yes === true))} of the questions address somebody`,
          weight: 4 * rate(addressed, (yes) => yes === true)
        },
    {
      what: `${percent(rate(own, (yes) => yes === true))} of the answers speak in the first person`,
      weight: 3 * rate(own, (yes) => yes === true)
    }
  ]
}

/** The starts with their labels: some papers print the names on the first exchange only, or only where two people answer. */
export function withFirstLabels(page: Page, starts: readonly Start[]): Start[] {
  const named = starts.filter((start) => {
    const label = page.openings[start.block]?.label
    return label && label.shape >= 0.99 && wordCount(label.head) <= 4
  })
  const keyOf = (start: Start): string => page.openings[start.block]?.label?.key ?? ''
  const firstTwo = starts.slice(0, 2).every((start) => named.includes(start))
  const count = new Map<string, number>()
  for (const start of named) count.set(keyOf(start), (count.get(keyOf(start)) ?? 0) + 1)
  return starts.map((start, n) => {
    const keeps =
      named.includes(start) && ((count.get(keyOf(start)) ?? 0) > 1 || (firstTwo && n < 2))
    return keeps ? {...start, label: page.openings[start.block]?.label ?? null} : start
  })
}

const percent = (part: number): string => `${Math.round(part * 100)} %`

function rate<Item>(
  items: readonly Item[],
  test: (item: Item, n: number) => boolean
): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length
}
