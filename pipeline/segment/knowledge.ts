import {keySet, nameKey, wordKey} from '../language/fold.ts'
import {languageOf} from '../language/index.ts'
import {wordsOf} from '../language/words.ts'
import {namedBy} from '../source/names.ts'
import type {Context} from '../source/types.ts'
import {rememberOf} from '../tree/remember.ts'
import {bylineName} from './byline.ts'
import {datelineOf} from './dateline.ts'
import type {Knowledge} from './page.ts'

/** What the language's data and the authority file tell the segmenters. */
export function knowledgeOf(
  tag: string,
  {authorities, collection}: Pick<Context, 'authorities' | 'collection'>
): Knowledge {
  const language = languageOf(tag)
  const verbs = keySet(language.speechVerbs)
  const proclitics = language.proclitics
  const honorifics = keySet(language.honorifics)
  const isVerb = (key: string): boolean =>
    verbs.has(key) ||
    proclitics.some(
      (letter) => key.startsWith(letter) && verbs.has(key.slice(letter.length))
    )
  return {
    fold: nameKey,
    isSpeechVerb: (word) => isVerb(wordKey(word)),
    isHonorific: (word) => honorifics.has(wordKey(word)),
    addresses: wordTest(language.secondPerson),
    speaksOfSelf: wordTest(language.firstPerson),
    isByline: (text) => bylineName(text, language.bylineWords) !== null,
    isDateline: (text) => datelineOf(text, tag, collection.dateOrder) !== null,
    isKnown: (key) =>
      namedBy(authorities.entities, key).some(({type}) => type !== 'place')
  }
}

const keysOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map(nameKey))

/** Tests a text for words of a list; null where the list is empty. */
const wordTest: (words: readonly string[]) => (text: string) => boolean | null =
  rememberOf(makeTest)

function makeTest(words: readonly string[]): (text: string) => boolean | null {
  if (words.length === 0) return () => null
  const exact = new Set(words.filter((word) => /^\p{Lu}/u.test(word) && word.length > 1))
  const keys = keysOf(words.filter((word) => !exact.has(word)))
  return (text) =>
    wordsOf(text).some((word) => exact.has(word.text) || keys.has(wordKey(word.text)))
}
