import {headOf, nameShape} from './name-shape.ts'

/** How a label is set off from the speech behind it. */
export type Family = 'colon' | 'wide' | 'stop' | 'dash' | 'time' | 'alone' | 'markup'

/** What the language says about labels. */
export interface LabelWords {
  fold(text: string): string
  isSpeechVerb(word: string): boolean
  /** Mr, Mme, Sr.: a title that only stands before names and offices. */
  isHonorific(word: string): boolean
}

/**
 * Colon, full-width, small and modifier colon; Ethiopic wordspace, colon and preface colon; the colons of
 * Khmer, Tibetan and Mongolian; the section sign twice, as Burmese prints a colon.
 * @see Unicode names list
 */
const colons = /[:：﹕꞉፡፥፦៖༔᠄]|\s?။\s?။/u

/** Where a label ends. */
export interface Cut {
  readonly family: Family
  /** One past the label, and one past its delimiter, in the text after the mark. */
  readonly end: number
  readonly after: number
}

/** Finds the label that a line may open with, behind its mark and time code. */
export function findLabel(text: string, words: LabelWords): Cut | null {
  const nick = /^<([^<>\s][^<>]{0,40})>\s+/u.exec(text)
  if (nick?.[1]) return {family: 'colon', end: nick[1].length + 1, after: nick[0].length}
  const colon = colons.exec(text)
  const at = colon?.index ?? 0
  if (colon && at > 0 && isLabelText(text.slice(0, at)) && !isTimeOrAddress(text, at)) {
    const bold = /^\s?(?:\*{2}|_{2})(?=\s)/u.exec(text.slice(at + colon[0].length))
    return {
      family: 'colon',
      end: at,
      after: at + colon[0].length + (bold?.[0].length ?? 0)
    }
  }
  return (
    findTimed(text) ?? findDash(text, words) ?? findStop(text, words) ?? findWide(text)
  )
}

/** `Speaker 1  0:03`, `mira — Today at 18:02`, nothing behind it. */
function findTimed(text: string): Cut | null {
  if (text.length > 100 || !/\d{2}[^\d:]{0,6}$/u.test(text)) return null
  const timed =
    /^(\S[^:]{0,60}?)(?:\s+|\s+[–—|·•-]\s[^:]{1,24}\s)[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?|\s\p{L}{1,3})?[\])]?$/u.exec(
      text
    )
  if (!timed?.[1] || !isLabelText(timed[1])) return null
  return {family: 'time', end: timed[1].length, after: timed[0].length}
}

/** `PRESIDENTE. La seduta…`, `Q. Please…`, `M. Jean Dupont, ministre. Merci…`: a name, a full stop, a sentence. */
function findStop(text: string, words: LabelWords): Cut | null {
  const point = text.indexOf('.')
  if (point < 0 || point > 78) return null
  const stop =
    /^((?:\p{L}{1,5}\.\s?)?[^.:!?]{1,70}?(?:\.\s?\p{Lu}){0,2})\.\s+(?:[–—-]\s+)?(?=[\p{Lu}\p{Lo}«“"¿¡])/u.exec(
      text
    )
  return stop && isTitle(stop, words) ? cutAtStop(stop) : findLetter(text, words)
}

/** `R. En septiembre, si…`: where no name is behind it, the letter alone is the label. */
function findLetter(text: string, words: LabelWords): Cut | null {
  const letter = /^(\p{Lu}{1,3})\.\s+(?:[–—-]\s+)?(?=[\p{Lu}\p{Lo}«“"¿¡])/u.exec(text)
  return letter && isTitle(letter, words) ? cutAtStop(letter) : null
}

const cutAtStop = (stop: RegExpExecArray): Cut => ({
  family: 'stop',
  end: stop[1]?.length ?? 0,
  after: stop[0].length
})

/** One capital letter, a word in capitals, or a title before a name. */
function isTitle(stop: RegExpExecArray, words: LabelWords): boolean {
  if (!stop[1]) return false
  const shape = nameShape(headOf(stop[1]), words)
  const isTitled =
    /^\p{Lu}$|\p{Lu}{2}/u.test(stop[1]) ||
    words.isHonorific(stop[1].split(/\s/u, 1)[0] ?? '')
  return isTitled && shape >= 0.99 && stop[1].split(/\s+/u).length <= 10
}

function findDash(text: string, words: LabelWords): Cut | null {
  if (!text.includes('–') && !text.includes('—') && !text.includes('-')) return null
  const dash =
    /^([^\s–—-][^–—(]{0,60}?(?:\([^()]{1,60}\)\.?)?)(?:\s+[–—-]|[–—])\s+(?=\S)/u.exec(
      text
    )
  if (!dash?.[1] || !isLabelText(dash[1]) || nameShape(headOf(dash[1]), words) < 0.99)
    return null
  return {family: 'dash', end: dash[1].length, after: dash[0].length}
}

function findWide(text: string): Cut | null {
  if (!text.includes('\u3000')) return null
  const wide = /^([^\s\u3000、。]{1,16})\u3000+/u.exec(text)
  return wide?.[1] ? {family: 'wide', end: wide[1].length, after: wide[0].length} : null
}

/** 10:51 and https:// have colons too. */
const isTimeOrAddress = (text: string, colon: number): boolean =>
  /^:\/\//u.test(text.slice(colon)) ||
  (/\d$/u.test(text.slice(0, colon)) && /^\d/u.test(text.slice(colon + 1)))

/** A label is no sentence: no end of one in it but behind abbreviations (Dr., Parl.). */
export function isLabelText(text: string): boolean {
  if (
    text.length > 110 ||
    /[?!؟？！。;؛…»]/u.test(text.replace(/^[«“"][^«»“”"]*[»”"]/u, ''))
  )
    return false
  if (/\.\.$|\.\s+\S/u.test(text.replace(/(?:^|[\s(])\p{L}{1,5}\./gu, ' '))) return false
  if (/^["'«“„‘]/u.test(text) && !/["'»”“’]\s*$/u.test(text)) return false
  return text.trim().split(/\s+/u).length <= 14
}
