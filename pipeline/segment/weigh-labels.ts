import type {Cast} from './cast.ts'
import {isCased} from './name-shape.ts'
import type {Evidence, Page} from './page.ts'
import {
  asksSomewhere,
  endsInQuestion,
  endsSentence,
  isStageLine,
  isUnpunctuated,
  speechAt,
  textAt
} from './print.ts'

/**
 * Weighs the case for labels as dialogue. The weights were set by hand on the development half of
 * the gold data and are kept few and round; see docs/accuracy.md. Null where one observation settles it.
 */
export function weighLabels(page: Page, cast: Cast): Evidence[] | null {
  const {support, recurring} = cast
  const count = support.length
  const first = support[0] ?? 0
  const last = support.at(-1) ?? 0
  const changes = share(
    support.slice(1),
    (at, n) => keyAt(cast, at) !== keyAt(cast, support[n] ?? 0)
  )
  const density = count / (last - first + 1)
  const sentences = share(support, (at) => endsSentence(speechAt(page, at)))
  if (isMonologue(cast, changes) && !isVoiceOfItsOwn(page, cast, sentences)) return null
  return [
    {
      what: `${count} turns by ${recurring.length} labels that recur`,
      weight: Math.min(4, count / 2)
    },
    {
      what: `the speaker changes in ${percent(changes)} of the turns`,
      weight: changes >= 0.5 ? 2 : recurring.length > 1 ? -2 : -1
    },
    {
      what: `${percent(density)} of the lines between the first and the last open with a label`,
      weight: density >= 0.4 ? 2 : density >= 0.15 || cast.ownLine ? 1 : -1.5
    },
    {
      what: `${percent(sentences)} of the speeches end as sentences do`,
      weight: sentences >= 0.6 ? 1 : isUnpunctuated(textAt(page, first)) ? 0 : -1.5
    },
    askingEvidence(page, cast),
    ...breakEvidence(cast),
    ...printEvidence(page, cast),
    ...(cast.family === 'markup' && !cast.recurring.some(isFullName)
      ? [{what: 'no label that markup sets off is a full name', weight: -2}]
      : []),
    ...(isForm(cast, first)
      ? [{what: 'the labels come in a fixed cycle, as those of a form', weight: -6}]
      : [])
  ]
}

function askingEvidence(page: Page, cast: Cast): Evidence {
  const asking = share(cast.support, (at) => asksSomewhere(speechAt(page, at)))
  if (asking === 0 && isUnpunctuated(textAt(page, cast.support[0] ?? 0)))
    return {what: 'the script has no sign for a question', weight: 0}
  const capitals = isCased(textAt(page, cast.support[0] ?? 0))
  const weight =
    asking > 0.1
      ? 1.5
      : asking > 0
        ? 0.5
        : capitals || (cast.family !== 'colon' && cast.family !== 'markup')
          ? -2
          : -4
  return {what: `${percent(asking)} of the speeches ask something`, weight}
}

/** Line numbers before the labels, directions in brackets behind them. */
function printEvidence(page: Page, cast: Cast): Evidence[] {
  const numbered = share(cast.support, (at) => page.openings[at]?.mark === '#')
  const directed = share(
    cast.support,
    (at) => cast.family === 'alone' && isStageLine(textAt(page, at + 1))
  )
  return [
    ...(numbered > 0.9 ? [{what: 'the turns are numbered', weight: 1}] : []),
    ...(directed > 0.2
      ? [
          {
            what: `${percent(directed)} of the labels have a direction behind them`,
            weight: 1
          }
        ]
      : [])
  ]
}

/** Programmes with one host print a mute label (Break:, Music:) between what he says. */
function breakEvidence(cast: Cast): Evidence[] {
  if (cast.recurring.length > 1 || !cast.ownLine) return []
  const broken = share(cast.support.slice(1), (at) => cast.voices.isMute(at - 1))
  return broken < 0.5
    ? []
    : [{what: `${percent(broken)} of the turns follow a break`, weight: 2.5}]
}

/** Of two words, or an initial: what opens a paragraph in bold is as often a heading. */
const isFullName = ({words, key}: Cast['recurring'][number]): boolean =>
  words > 1 || key.length < 3

/** Three or more labels in the same order again and again: Problem, Solution, Result. */
function isForm(cast: Cast, first: number): boolean {
  const recurring = [...cast.voices.byKey.values()].filter(
    (voice) => voice.places.length >= 2
  )
  const keys = new Set(recurring.map((voice) => voice.key))
  const order = cast.voices.candidates
    .filter((at) => at >= first && keys.has(keyAt(cast, at)))
    .map((at) => keyAt(cast, at))
  const period = recurring.length
  return period >= 3 && order.every((key, n) => n < period || key === order[n - period])
}

const isMonologue = (cast: Cast, changes: number): boolean =>
  cast.recurring.length === 1 && changes < 0.3

/** One label alone is a speaker's where the other side asks without a label, or where it is a full name. */
function isVoiceOfItsOwn(page: Page, cast: Cast, sentences: number): boolean {
  if (page.knowledge.isHonorific(cast.recurring[0]?.key ?? '')) return false
  const asked = share(
    cast.support,
    (at) => endsInQuestion(textAt(page, at - 1)) || endsInQuestion(speechAt(page, at))
  )
  if (asked >= 0.6) return true
  const voice = cast.recurring[0]
  if (!voice || voice.shape < 1 || voice.words < 2 || cast.support.length < 4)
    return false
  return (
    (sentences > 0.9 && cast.voices.mute > 0) || (cast.ownLine && cast.family === 'colon')
  )
}

const keyAt = (cast: Cast, index: number): string => cast.voices.labelAt(index)?.key ?? ''
const percent = (part: number): string => `${Math.round(part * 100)} %`

function share<Item>(
  items: readonly Item[],
  test: (item: Item, n: number) => boolean
): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length
}
