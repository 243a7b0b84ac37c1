import {stemmer as english} from '@orama/stemmers/english'
import {stemmer as french} from '@orama/stemmers/french'
import {stemmer as german} from '@orama/stemmers/german'
import {stemmer as italian} from '@orama/stemmers/italian'
import {stemmer as portuguese} from '@orama/stemmers/portuguese'
import {stemmer as russian} from '@orama/stemmers/russian'
import {stemmer as spanish} from '@orama/stemmers/spanish'
import {stemmer as turkish} from '@orama/stemmers/turkish'
import {stemmer as ukrainian} from '@orama/stemmers/ukrainian'
import {lightStem} from '../language/search.ts'

/** Of Snowball; they are needed where the index is made, not where it is searched. */
const stemmers: Readonly<Record<string, (word: string) => string>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
  ru: russian,
  tr: turkish,
  uk: ukrainian
}

/** Stems of words seen before, by language. */
const known = new Map<string, Map<string, string>>()
const knownLimit = 50_000

/**
 * The group a word belongs to in the index: words of one stem in the language of their text.
 * @param key of `searchWords`
 * @param language BCP 47
 */
export function stemOf(key: string, language: string): string {
  const light = lightStem(key)
  const tag = language.split('-')[0] ?? language
  const stem = stemmers[tag]
  if (light !== key || !stem || !letters.test(key)) return light
  const stems = known.get(tag) ?? new Map<string, string>()
  const kept = stems.get(key)
  if (kept !== undefined) return kept
  if (stems.size >= knownLimit) stems.clear()
  // A stem in other letters than its word could not be found from it.
  const found = stem(key).normalize('NFD').replace(/\p{M}/gu, '')
  const result = found.slice(0, 2) === key.slice(0, 2) ? found : key
  known.set(tag, stems.set(key, result))
  return result
}

const letters = /^[\p{Script=Latin}\p{Script=Cyrillic}]{3,}$/u
