import type {Convention, Evidence, Page, Start} from './page.ts'
import {total} from './page.ts'
import {
  bareStart,
  endsInQuestion,
  endsSentence,
  isStageLine,
  textAt,
  wordCount
} from './print.ts'

interface Sides {
  /** Mark of the questions, mark of the answers; empty where none is printed. */
  readonly asking: string
  readonly answering: string
}
interface Exchange {
  readonly index: number
  readonly asks: boolean
}
/** Below these sums a list, or a text that asks its reader, explains the lines as well. */
const markedThreshold = 3.4
const bareThreshold = 7.3

/** Questions and answers told apart by bullets, dashes or numbers: `*` asks, `-` answers. */
export function markedQuestions(page: Page): Convention | null {
  const marks = [...new Set(page.openings.map((opening) => opening.mark))]
  let best: Convention | null = null
  for (const asking of marks) {
    for (const answering of marks) {
      if (!isPair({asking, answering})) continue
      const convention = readMarks(page, {asking, answering})
      if (convention && convention.score > (best?.score ?? markedThreshold))
        best = convention
    }
  }
  return best
}

/** A number marks a question only against a mark of the answer; rows of asterisks divide sections. */
function isPair({asking, answering}: Sides): boolean {
  if (asking === answering || answering === '#') return false
  if (asking === '#' && answering === '') return false
  return !/^[*]{3}|^[=]{2}|^[_]/u.test(asking) && !/^[*]{3}|^[=]{2}/u.test(answering)
}

function readMarks(page: Page, sides: Sides): Convention | null {
  const exchanges = pairLines(page, sides)
  const questions = exchanges.filter((each) => each.asks)
  const answers = exchanges.filter((each) => !each.asks)
  if (questions.length < (sides.asking === '' ? 3 : 2) || answers.length < 2) return null
  const asked = rate(questions, (each) => endsInQuestion(textAt(page, each.index)))
  if (asked < (sides.asking === '' ? 0.5 : 0.25)) return null
  const full = rate(
    answers,
    ({index}) => endsSentence(textAt(page, index)) && textAt(page, index).length > 12
  )
  const adjacent = rate(answers, (each) => follows(exchanges, each))
  if (full < 0.65 || adjacent < (sides.asking === '' ? 0.4 : 0.2)) return null
  const evidence = weighMarks(page, exchanges, asked)
  const name = `questions ${say(sides.asking)}, answers ${say(sides.answering)}`
  const starts = exchanges.map((each) => bareStart(each.index, true))
  return {name, score: total(evidence), evidence, starts}
}

const say = (mark: string): string => (mark === '' ? 'without a mark' : `marked ${mark}`)
const follows = (exchanges: readonly Exchange[], answer: Exchange): boolean =>
  exchanges[exchanges.indexOf(answer) - 1]?.index === answer.index - 1

function weighMarks(
  page: Page,
  exchanges: readonly Exchange[],
  asked: number
): Evidence[] {
  const changes = rate(exchanges.slice(1), (each, n) => each.asks !== exchanges[n]?.asks)
  const answers = exchanges.filter((each) => !each.asks)
  const askedBack = rate(answers, (each) => endsInQuestion(textAt(page, each.index)))
  return [
    {
      what: `${exchanges.length} marked lines, which alternate in ${percent(changes)}`,
      weight: Math.min(6, exchanges.length / 2) * changes
    },
    {
      what: `${percent(asked)} of the lines that would ask end in a question mark`,
      weight: 3 * asked
    },
    {what: `${percent(askedBack)} of those that would answer do`, weight: -3 * askedBack},
    ...(changes < 0.8 ? [{what: 'the marks alternate too seldom', weight: -4}] : [])
  ]
}

function pairLines(page: Page, sides: Sides): Exchange[] {
  const exchanges: Exchange[] = []
  let state: 'outside' | 'asked' | 'answered' = 'outside'
  for (const [index, opening] of page.openings.entries()) {
    const text = textAt(page, index)
    if (isStageLine(text)) continue
    if (opening.mark === sides.asking && opensQuestion(page, index, sides, state)) {
      exchanges.push({index, asks: true})
      state = 'asked'
    } else if (opening.mark === sides.answering && opensAnswer(sides, state)) {
      exchanges.push({index, asks: false})
      state = 'answered'
    }
  }
  return exchanges
}

function opensQuestion(page: Page, index: number, sides: Sides, state: string): boolean {
  const text = textAt(page, index)
  const next = page.openings[index + 1]?.mark
  if (sides.asking !== '') {
    const isHeading = wordCount(text) < 9 && !endsSentence(text) && next === sides.asking
    return !isHeading
  }
  return endsInQuestion(text) || (state === 'answered' && next === sides.answering)
}

const opensAnswer = (sides: Sides, state: string): boolean =>
  sides.answering === '' ? state === 'asked' : state !== 'outside'

/** Questions and answers with nothing printed before them: told apart by question marks and by who is addressed. */
export function bareQuestions(page: Page): Convention | null {
  const isQuestion = page.blocks.map(
    (block, index) => endsInQuestion(block.text) && page.openings[index]?.mark !== '#'
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
  return [
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

/** Some papers print the names on the first exchange only, or only where two people answer. */
function withFirstLabels(page: Page, starts: readonly Start[]): Start[] {
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
