import {franc} from 'franc'

/** The language of a text and how sure that is. */
export interface Detected {
  /** BCP 47, `und` where nothing tells. */
  readonly tag: string
  /** 0 to 1 */
  readonly confidence: number
}

/** Scripts that one language alone writes, and the pattern of their letters. @see Unicode Scripts.txt */
const ownScripts = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['km', /\p{Script=Khmer}/gu],
  ['lo', /\p{Script=Lao}/gu],
  ['my', /\p{Script=Myanmar}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['si', /\p{Script=Sinhala}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['te', /\p{Script=Telugu}/gu],
  ['zh', /\p{Script=Han}/gu]
] as const
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
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  if (letters < 8) return {tag: 'und', confidence: 0}
  const byScript = ownScripts.find(([tag, pattern]) => {
    const share = (head.match(pattern)?.length ?? 0) / letters
    return share > (tag === 'ja' ? 0.1 : 0.5)
  })
  if (byScript) return {tag: byScript[0], confidence: 0.95}
  const code = franc(head, {minLength: 8, ignore: ['sco']})
  if (code === 'und') return {tag: 'und', confidence: 0}
  return {tag: shorten(code), confidence: trust(letters)}
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
