import type {Page, Start} from './page.ts'

/** Signs that end a sentence, a clause or a title in any script, closing marks behind them included. */
const sentenceEnd = /[.!?…:;。！？؟،؛।॥።፡፧။။៖។៕๏։՞།༎᠃᠉߹]["'”“»’）)\]*_]*$/u
const questionEnd = /[?？؟;፧⸮]["'”“»’）)\]!.…。*_]*$/u
const stageLine =
  /^(?:[([（〔【［][^()[\]（）〔〕【】]{1,300}[)\]）〕】］]|\([^)]{0,400}.{0,400}\))[.]?$/u

/** True where a line ends as a sentence does. */
export const endsSentence = (text: string): boolean => sentenceEnd.test(text.slice(-8))
/** True where a line ends in a question. The Greek question mark looks like a semicolon. */
export function endsInQuestion(text: string): boolean {
  const end = text.slice(-8)
  if (/(?:か|かな|吗|呢)。?[」』”]*$/u.test(end)) return true
  if (text.includes('՞')) return asksInArmenian(text)
  return (
    questionEnd.test(end) &&
    (!/;["'”“»’)\]]*$/u.test(end) || /\p{Script=Greek}/u.test(text))
  )
}
/** The Armenian question mark stands on the word that asks, within the last sentence. */
function asksInArmenian(text: string): boolean {
  const rest = text.slice(text.lastIndexOf('՞'))
  const stop = rest.indexOf('։')
  return stop < 0 || stop >= rest.length - 2
}
export const asksSomewhere = (text: string): boolean =>
  /[?？؟՞፧⸮]/u.test(text) ||
  (text.includes('。') && /[かの吗呢]。/u.test(text)) ||
  (text.includes(';') && /\p{Script=Greek};/u.test(text))
/** True in scripts that end sentences with a space, if with anything, or have no sign for a question. @see https://www.w3.org/TR/sealreq/, https://www.w3.org/TR/tibt-lreq/ */
export const isUnpunctuated = (text: string): boolean =>
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u.test(
    text
  )
/** True where the whole line stands in brackets. */
export const isStageLine = (text: string): boolean =>
  openingBrackets.includes(text[0] ?? ' ') && text.length < 800 && stageLine.test(text)
const openingBrackets = '([（〔【［'
export const wordCount = (text: string): number => text.trim().split(/\s+/u).length

/** The speech behind a label: the rest of its line, or the next line where it stands alone. */
export function speechAt(page: Page, index: number): string {
  const block = page.blocks[index]
  const opening = page.openings[index]
  if (!block || !opening) return ''
  if (opening.label?.alone) return page.blocks[index + 1]?.text ?? ''
  return block.text.slice(opening.speechStart - block.start)
}

export const textAt = (page: Page, index: number): string =>
  page.blocks[index]?.text ?? ''

/** A start with the label that is printed there. */
export function labelledStart(page: Page, index: number): Start {
  const label = page.openings[index]?.label ?? null
  return {block: index, label, marked: false, speech: label?.alone ? index + 1 : index}
}

/** A start without a label; the mark before it, if the convention has one, is no part of the speech. */
export const bareStart = (index: number, marked = false): Start => ({
  block: index,
  label: null,
  marked,
  speech: index
})
