import {countScripts, type Script, type ScriptCount} from './scripts.ts'
import {nearestLanguages} from './trigrams.ts'

/** The language of a text and how sure that is. */
export interface Detected {
  /** BCP 47, `und` where nothing tells. */
  readonly tag: string
  /** 0 to 1 */
  readonly confidence: number
}

/** Scripts that one language alone writes. @see Unicode Scripts.txt */
const ownScripts = [
  ['Kana', 'ja'],
  ['Hang', 'ko'],
  ['Hebr', 'he'],
  ['Grek', 'el'],
  ['Armn', 'hy'],
  ['Geor', 'ka'],
  ['Thai', 'th'],
  ['Khmr', 'km'],
  ['Laoo', 'lo'],
  ['Mymr', 'my'],
  ['Ethi', 'am'],
  ['Sinh', 'si'],
  ['Taml', 'ta'],
  ['Telu', 'te'],
  ['Knda', 'kn'],
  ['Mlym', 'ml'],
  ['Gujr', 'gu'],
  ['Guru', 'pa'],
  ['Orya', 'or'],
  ['Tibt', 'bo'],
  ['Cher', 'chr'],
  ['Olck', 'sat'],
  ['Thaa', 'dv'],
  ['Nkoo', 'nqo'],
  ['Adlm', 'ff-Adlm'],
  ['Syrc', 'syr'],
  ['Hans', 'zh']
] as const satisfies readonly (readonly [Script, string])[]
/** Letters of text looked at; more does not change the answer. */
const sample = 4000

/** Tells the language by script where one language writes it, else by trigrams. @see https://github.com/wooorm/franc */
export function detectLanguage(text: string): Detected {
  const head = text.slice(0, sample)
  if (last?.head !== head) last = {head, detected: detect(head)}
  return last.detected
}

/** Two steps ask for the language of one article in turn. */
let last: {head: string; detected: Detected} | null = null

function detect(head: string): Detected {
  const count = countScripts(head)
  const {letters} = count
  if (letters < 8) return {tag: 'und', confidence: 0}
  const byScript = ownScripts.find(
    ([script, tag]) => count.of(script) / letters > (tag === 'ja' ? 0.1 : 0.5)
  )
  if (byScript) return {tag: byScript[1], confidence: 0.95}
  if (isArabic(head, count)) return {tag: 'ar', confidence: trust(letters)}
  const code = nearestOf(head)
  if (code === null) return {tag: 'und', confidence: 0}
  return {tag: shorten(code), confidence: trust(letters)}
}

/** Letters of Arabic script that a text needs for its alphabet to tell the language. */
const fewestArabic = 200

/**
 * A page in Arabic script with no letter but those of Arabic, ة among them: every other language of the
 * script needs more letters (پ, گ, ی, ٹ…). @see Unicode block Arabic, U+0621–064A
 */
const isArabic = (head: string, {letters, of}: ScriptCount): boolean =>
  of('Arab') >= fewestArabic &&
  of('Arab') / letters > 0.9 &&
  head.includes('ة') &&
  !/[\u066E-\u06D3\u06FA-\u06FF\u0750-\u077F]/u.test(head)

/** The beginning that names the candidates, in UTF-16 code units, and how many of them. */
const firstLook = 500
const candidates = 16

/** Trigrams of the beginning choose among all languages, those of the whole sample among the best of them; null where nothing tells. */
function nearestOf(head: string): string | null {
  const isKnown = (code: string): boolean => code !== 'sco'
  if (head.length <= firstLook * 2) return nearestLanguages(head, isKnown)[0] ?? null
  const near = nearestLanguages(head.slice(0, firstLook), isKnown).slice(0, candidates)
  return nearestLanguages(head, (code) => near.includes(code))[0] ?? null
}

/** Trigrams of a line are a guess, those of a page are not. */
const trust = (letters: number): number =>
  letters > 200 ? 0.9 : letters > 60 ? 0.7 : 0.4

/** ISO 639-3 to the shortest BCP 47 subtag; franc tells the varieties of a macrolanguage. */
function shorten(code: string): string {
  const macro: Readonly<Record<string, string>> = {
    arb: 'ar',
    pes: 'fa',
    cmn: 'zh',
    nno: 'nn',
    nob: 'nb'
  }
  return macro[code] ?? new Intl.Locale(code).language
}
