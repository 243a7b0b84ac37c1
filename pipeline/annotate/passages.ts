import {detectLanguage} from '../language/detect.ts'
import {countScripts} from '../language/scripts.ts'

/** Letters a passage needs, and the share of them in another script than the article's. */
const fewestLetters = 12
const share = 0.7
/** Below this the script is known, the language is not: `und-Latn`. */
const trusted = 0.7

const scriptOfTags = new Map<string, string | undefined>()

function scriptOfTag(tag: string): string | undefined {
  if (tag === 'und') return undefined
  if (!scriptOfTags.has(tag))
    scriptOfTags.set(tag, new Intl.Locale(tag).maximize().script)
  return scriptOfTags.get(tag)
}

/** Scripts that one article mixes; Japanese and Korean mix their own. @see ISO 15924 */
const scripts = ['Latn', 'Arab', 'Cyrl', 'Hebr', 'Grek', 'Deva', 'Hans', 'Thai'] as const

/** The language of a passage in another script than the article's; undefined where it is the article's own. */
export function passageLanguage(text: string, articleTag: string): string | undefined {
  const own = scriptOfTag(articleTag)
  if (own === undefined || text.length < fewestLetters) return undefined
  const count = countScripts(text)
  if (count.letters < fewestLetters) return undefined
  const script = scripts.find((each) => count.of(each) / count.letters >= share)
  if (!script || script === own || isKin(script, own)) return undefined
  const {tag, confidence} = detectLanguage(text)
  return tag !== 'und' && confidence >= trusted ? tag : `und-${script}`
}

/** Han is at home in every East Asian article. */
const isKin = (script: string, own: string): boolean =>
  script === 'Hans' && ['Hant', 'Jpan', 'Kore', 'Hans'].includes(own)
