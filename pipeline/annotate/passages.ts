import {detectLanguage} from '../language/detect.ts'

/** Letters a passage needs, and the share of them in another script than the article's. */
const fewestLetters = 12
const share = 0.7
/** Below this the script is known, the language is not: `und-Latn`. */
const trusted = 0.7

const scriptOfTag = (tag: string): string | undefined =>
  tag === 'und' ? undefined : new Intl.Locale(tag).maximize().script

/** Scripts that one article mixes; Japanese and Korean mix their own. @see ISO 15924 */
const scripts = ['Latn', 'Arab', 'Cyrl', 'Hebr', 'Grek', 'Deva', 'Hans', 'Thai'] as const
const patterns: Readonly<Record<(typeof scripts)[number], RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Hans: /\p{Script=Han}/gu,
  Thai: /\p{Script=Thai}/gu
}

/** The language of a passage in another script than the article's; undefined where it is the article's own. */
export function passageLanguage(text: string, articleTag: string): string | undefined {
  const own = scriptOfTag(articleTag)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (own === undefined || letters < fewestLetters) return undefined
  const script = scripts.find(
    (each) => (text.match(patterns[each])?.length ?? 0) / letters >= share
  )
  if (!script || script === own || isKin(script, own)) return undefined
  const {tag, confidence} = detectLanguage(text)
  return tag !== 'und' && confidence >= trusted ? tag : `und-${script}`
}

/** Han is at home in every East Asian article. */
const isKin = (script: string, own: string): boolean =>
  script === 'Hans' && ['Hant', 'Jpan', 'Kore', 'Hans'].includes(own)
