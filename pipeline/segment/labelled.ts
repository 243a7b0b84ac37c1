import {type Cast, findCast, fitsCast} from './cast.ts'
import type {Family} from './find-label.ts'
import {withoutHeadline} from './headline.ts'
import {isCased} from './name-shape.ts'
import type {Label} from './opening.ts'
import {type Convention, type Page, type Start, total} from './page.ts'
import {bareStart, endsInQuestion, labelledStart, speechAt, textAt} from './print.ts'
import {gatherVoices} from './voices.ts'
import {weighLabels} from './weigh-labels.ts'

const names: Record<Family, string> = {
  colon: 'labels with a colon',
  wide: 'labels with a full-width space',
  stop: 'labels with a full stop',
  dash: 'labels with a dash',
  time: 'labels with a time code',
  alone: 'labels alone on their line, without a delimiter',
  markup: 'labels that markup sets off'
}
/** Delimiters that one page uses together: court records have MR. HALE: beside Q. and A. */
const familySets = [
  ['colon'],
  ['time'],
  ['wide'],
  ['stop'],
  ['dash'],
  ['colon', 'stop'],
  ['markup'],
  ['markup', 'colon']
] as const
/** Below this sum the lines are explained as well without dialogue. */
const threshold = 4.5

/** The best reading with printed labels, over all families of delimiters. */
export function labelledTurns(page: Page): Convention | null {
  let best: Convention | null = null
  for (const families of familySets) {
    const labelAt = (index: number): Label | null => {
      const label = page.openings[index]?.label
      return label && families.some((family) => family === label.family) ? label : null
    }
    const convention = readLabels(page, families[0], labelAt)
    if (convention && isBetter(convention, best)) best = convention
  }
  return best
}

/** More evidence; or as much, and a tenth more lines explained. */
function isBetter(convention: Convention, best: Convention | null): boolean {
  if (!best) return convention.score > threshold
  if (convention.starts.length > best.starts.length * 1.1)
    return convention.score >= best.score
  return convention.score > best.score + 1
}

/** Reads a page by one family of labels; null where the evidence is against it. */
export function readLabels(
  page: Page,
  family: Family,
  labelAt: (index: number) => Label | null
): Convention | null {
  const cast = findCast(page, family, gatherVoices(page, labelAt))
  if (!cast || cast.support.length < 3) return null
  const evidence = weighLabels(page, cast)
  if (!evidence || total(evidence) <= threshold) return null
  const starts = withoutHeadline(
    page,
    cast.voices.candidates.filter((index) => isTurn(cast, page, index))
  )
  const mixed = hasUnlabelledQuestions(page, cast, starts)
  return {
    name: `${names[family]}${cast.ownLine && family !== 'alone' ? ', each on its own line' : ''}${mixed ? '; questions without a label' : ''}`,
    score: total(evidence),
    evidence,
    starts: mixed
      ? withBareQuestions(page, starts)
      : starts.map((at) => labelledStart(page, at))
  }
}

/** Which of the candidates are turns, once the page is known to be a dialogue. */
function isTurn(cast: Cast, page: Page, index: number): boolean {
  const label = cast.voices.labelAt(index)
  const first = cast.support[0] ?? 0
  if (!label) return false
  const voice = cast.voices.byKey.get(label.key)
  if (cast.recurring.some((other) => other.key === label.key)) {
    return index >= first && fitsCast(cast, label, voice?.places.length ?? 0)
  }
  if (label.alone !== cast.ownLine) return false
  if (index < first) return index > 0 && index >= first - 6 && isKin(cast, label)
  if (page.knowledge.isKnown(label.key)) return true
  const isNickname =
    (voice?.places.length ?? 0) >= 3 && !/\s/u.test(label.head) && label.head.length < 12
  const isTimed = page.openings[index]?.timed || label.family === 'time'
  if (isTimed && !/\s/u.test(label.head)) return true
  return isNickname || isLateSpeaker(cast, page, index)
}

/** Somebody who speaks once: looks like a name, stands within or soon after the dialogue. */
function isLateSpeaker(cast: Cast, page: Page, index: number): boolean {
  const label = cast.voices.labelAt(index)
  if (!label) return false
  const last = cast.support.at(-1) ?? 0
  const words = label.head.split(/\s+/u).length
  if (label.shape < leastShape(cast, label, index)) return false
  if (cast.family !== 'alone' && words > 5) return false
  if (!cast.ownLine && !isCased(label.head) && !isKin(cast, label) && !cast.asks)
    return false
  if (index === 0 && cast.family === 'alone') return false
  const mark = page.openings[index]?.mark ?? ''
  const usual = page.openings[cast.support[0] ?? 0]?.mark ?? ''
  return index <= last + (cast.ownLine ? 40 : 3) && (mark === '' || mark === usual)
}

/** Between other turns a party in brackets, or a longer name in a script without capitals, is enough. */
function leastShape(cast: Cast, label: Label, index: number): number {
  if (cast.family === 'alone') return 0.8
  const isAmong = index > (cast.support[0] ?? 0) && index < (cast.support.at(-1) ?? 0)
  if (isAmong && cast.ownLine && label.value.endsWith(')')) return 0.5
  return isAmong && !cast.ownLine && !isCased(label.head) ? 0.8 : 0.99
}

/** A full name whose part is a label of its own later: Adam Jonas (AJ), then AJ; ستيف ويتكوف, then ويتكوف. */
function isKin(cast: Cast, label: Label): boolean {
  if (label.shape < 0.99) return false
  const parts = new Set(cast.recurring.flatMap((voice) => voice.key.split(' ')))
  if (label.key.split(' ').some((part) => part.length > 2 && parts.has(part))) return true
  const printed = label.value.toLowerCase()
  return cast.recurring.some((voice) => printed.includes(`(${voice.key})`))
}

/** Only the answers, or only the questions, are labelled: the other side is found by its question marks. */
function hasUnlabelledQuestions(
  page: Page,
  cast: Cast,
  starts: readonly number[]
): boolean {
  if (cast.ownLine || starts.length === 0) return false
  const labelled = new Set(starts)
  const asked = starts.filter(
    (at) => endsInQuestion(textAt(page, at - 1)) && !labelled.has(at - 1)
  ).length
  const asking = starts.filter((at) => endsInQuestion(speechAt(page, at))).length
  const oneVoice = cast.recurring.length === 1
  return asked / starts.length >= 0.45 || (oneVoice && asking / starts.length > 0.6)
}

function withBareQuestions(page: Page, labelled: readonly number[]): Start[] {
  const labels = new Set(labelled)
  const first = labelled[0] ?? 0
  const starts: Start[] = []
  let asked = false
  const from = endsInQuestion(textAt(page, first - 1)) ? first - 1 : first
  for (let index = from; index < page.blocks.length; index++) {
    const isQuestion = endsInQuestion(textAt(page, index))
    const isSpeech = starts.at(-1)?.speech === index
    if (labels.has(index)) starts.push(labelledStart(page, index))
    else if (!isSpeech && isQuestion !== asked) starts.push(bareStart(index))
    else if (!isSpeech) continue
    asked = isQuestion
  }
  return starts
}
