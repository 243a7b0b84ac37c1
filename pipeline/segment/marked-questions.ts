import type {Convention, Evidence, Page} from './page.ts'
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
/** Below this sum a list explains the lines as well. */
const markedThreshold = 3.4

/** Questions and answers told apart by bullets, dashes or numbers: `*` asks, `-` answers. */
export function markedQuestions(page: Page): Convention | null {
  const marks = [...new Set(page.openings.map((opening) => opening.mark))]
  let best: Convention | null = null
  for (const asking of marks) {
    for (const answering of marks) {
      if (
        !isPair({asking, answering}) ||
        (asking === answering && !/^—|^-$/u.test(asking))
      )
        continue
      const convention = readMarks(page, {asking, answering})
      if (convention && convention.score > (best?.score ?? markedThreshold))
        best = convention
    }
  }
  return best
}

/** A number marks a question only against a mark of the answer; rows of asterisks divide sections. */
function isPair({asking, answering}: Sides): boolean {
  if (answering === '#') return false
  if (asking === '#' && answering === '') return false
  return !/^[*]{3}|^[=]{2}|^[_]/u.test(asking) && !/^[*]{3}|^[=]{2}/u.test(answering)
}

function readMarks(page: Page, sides: Sides): Convention | null {
  const exchanges =
    sides.asking === sides.answering ? dashedLines(page, sides) : pairLines(page, sides)
  const questions = exchanges.filter((each) => each.asks)
  const answers = exchanges.filter((each) => !each.asks)
  if (questions.length < (sides.asking === '' ? 3 : 2) || answers.length < 2) return null
  const asked = rate(questions, (each) => endsInQuestion(textAt(page, each.index)))
  const isStrict = alternateStrictly(page, exchanges)
  if (asked < (sides.asking === '' ? 0.5 : 0.25) && !(isStrict && sides.asking !== ''))
    return null
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

/** Dialogue dashes before questions and answers alike: only where nothing else stands between them, and they ask in turn. */
function dashedLines(page: Page, {asking}: Sides): Exchange[] {
  const marked = page.openings.flatMap(({mark}, index) =>
    mark === asking ? [index] : []
  )
  const [first = 0, last = 0] = [marked[0], marked.at(-1)]
  const exchanges = marked.map((index) => ({
    index,
    asks: endsInQuestion(textAt(page, index))
  }))
  const questions = exchanges.filter(({asks}) => asks).length
  const isWhole =
    marked.length >= 6 && marked.length === last - first + 1 && exchanges[0]?.asks
  const inTurn = rate(exchanges.slice(1), (each, n) => each.asks !== exchanges[n]?.asks)
  return isWhole && questions >= 3 && inTurn >= 0.8 ? exchanges : []
}

/** Two marks that take turns without exception, line after line, in whole sentences: where questions are printed without their sign. */
function alternateStrictly(page: Page, exchanges: readonly Exchange[]): boolean {
  const [first, last] = [exchanges[0], exchanges.at(-1)]
  if (!first || !last || exchanges.length < 8 || !first.asks) return false
  const length = (asks: boolean): number =>
    exchanges
      .filter((each) => each.asks === asks)
      .reduce((sum, each) => sum + textAt(page, each.index).length, 0)
  return (
    last.index - first.index + 1 === exchanges.length &&
    exchanges.every((each, n) => each.asks === (n % 2 === 0)) &&
    exchanges.every(({index}) => endsSentence(textAt(page, index))) &&
    length(false) > length(true)
  )
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

const percent = (part: number): string => `${Math.round(part * 100)} %`

function rate<Item>(
  items: readonly Item[],
  test: (item: Item, n: number) => boolean
): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length
}
