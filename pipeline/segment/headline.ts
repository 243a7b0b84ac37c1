import type {Page} from './page.ts'
import {
  endsSentence,
  isStageLine,
  isUnpunctuated,
  speechAt,
  textAt,
  wordCount
} from './print.ts'

/** Longest headline, in UTF-16 code units; most lines looked at above it and below. */
const longest = 300
const mostLines = 8
/** Words of the name of an outlet or a section above a date, at most. */
const mostKickerWords = 4

/**
 * The lines that open turns without the first, where that is the headline: `Name: what he said` at the top of
 * the page, over an interview with its speaker. Its print tells it from a turn, or what stands below it does.
 */
export function withoutHeadline(
  page: Page,
  starts: readonly number[]
): readonly number[] {
  const [first, second, ...rest] = starts
  if (first === undefined || second === undefined || rest.length === 0) return starts
  if (textAt(page, first).length > longest || !isAtTop(page, first)) return starts
  if (page.openings[first]?.label?.alone) return starts
  const turns = starts.slice(1)
  const between = page.blocks.slice(first + 1, second).map(({text}) => text)
  const isHeadline =
    isOnlyQuoted(page, first, turns) ||
    between.slice(0, mostLines).some((text) => isFurniture(page, text)) ||
    isAboutSpeaker(page, first, between) ||
    (between.length > 0 && isUnlikeSpeech(page, first, turns))
  return isHeadline ? turns : starts
}

/** Nothing above but date, byline and the outlet's name over a date. */
function isAtTop(page: Page, index: number): boolean {
  if (index > mostLines) return false
  return page.blocks
    .slice(0, index)
    .every(
      ({text}, n) =>
        isFurniture(page, text) ||
        (wordCount(text) <= mostKickerWords &&
          n + 1 < index &&
          page.knowledge.isDateline(textAt(page, n + 1)))
    )
}

/** A line of the masthead, which stands between no two turns. */
const isFurniture = ({knowledge}: Page, text: string): boolean =>
  knowledge.isDateline(text) || (knowledge.isByline(text) && !endsSentence(text))

/** All of it stands in quotation marks, as few of the speeches do. */
function isOnlyQuoted(page: Page, first: number, turns: readonly number[]): boolean {
  const quoted = turns.filter((at) => isQuotation(speechAt(page, at))).length
  return isQuotation(speechAt(page, first)) && quoted < turns.length / 2
}

const isQuotation = (speech: string): boolean =>
  /^(?:«[^«»]+»|»[^«»]+«|“[^“”]+”|„[^„“”]+[“”]|”[^”]+”|"[^"]+"|‘.+’|'.+'|「[^「」]+」|『[^『』]+』)$/u.test(
    speech.trim()
  )

/** It ends as no sentence does, where nearly all of the speeches end as sentences. */
function isUnlikeSpeech(page: Page, first: number, turns: readonly number[]): boolean {
  const speech = speechAt(page, first)
  if (endsSentence(speech) || isUnpunctuated(speech)) return false
  const whole = turns.filter((at) => endsSentence(speechAt(page, at))).length
  return whole >= 0.9 * turns.length
}

/** What stands below names its speaker, and does not speak of itself: it introduces him. */
function isAboutSpeaker(page: Page, first: number, between: readonly string[]): boolean {
  const key = page.openings[first]?.label?.key ?? ''
  if (!key.includes(' ')) return false
  const {fold, speaksOfSelf} = page.knowledge
  return between
    .slice(0, mostLines)
    .some(
      (text) =>
        !isStageLine(text) &&
        ` ${fold(text)} `.includes(` ${key} `) &&
        speaksOfSelf(text) === false
    )
}
