import {remember} from '../tree/remember.ts'
import {ar} from './ar.ts'
import {da} from './da.ts'
import {de} from './de.ts'
import {en} from './en.ts'
import {es} from './es.ts'
import {fa} from './fa.ts'
import {fr} from './fr.ts'
import {he} from './he.ts'
import {it} from './it.ts'
import {nl} from './nl.ts'
import {pl} from './pl.ts'
import {pt} from './pt.ts'
import {ru} from './ru.ts'
import {sv} from './sv.ts'
import {tr} from './tr.ts'
import {emptyLanguage, type Language} from './types.ts'
import {uk} from './uk.ts'

/** The languages with data of their own; every other one is read by layout and CLDR alone. */
const languages: ReadonlyMap<string, Language> = new Map(
  [ar, da, de, en, es, fa, fr, he, it, nl, pl, pt, ru, sv, tr, uk].map((language) => [
    language.tag,
    language
  ])
)

/** Data of a BCP 47 tag, falling back from ar-EG to ar to nothing. */
export function languageOf(tag: string): Language {
  const subtag = tag.toLowerCase().split('-', 1)[0] ?? 'und'
  const known = languages.get(subtag) ?? withoutData.get(tag)
  if (known) return known
  const language = {...emptyLanguage, tag: subtag, monthLocales: localesOf(tag)}
  withoutData.set(tag, language)
  return language
}

/** Languages that were asked for and have no data. */
const withoutData = new Map<string, Language>()

/** A language without data still has its months in CLDR. */
function localesOf(tag: string): string[] {
  return Intl.DateTimeFormat.supportedLocalesOf([tag])
}

/** Writing direction of a language. @see CLDR scriptMetadata, by the likely script of the tag */
export const directionOf = remember((tag): 'rtl' | 'ltr' => {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn'
  return rightToLeft.has(script) ? 'rtl' : 'ltr'
})

/** Scripts written from right to left. @see ISO 15924 codes, Unicode property Bidi_Class R and AL */
const rightToLeft = new Set(
  'Adlm Arab Armi Avst Chrs Cprt Elym Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi'.split(
    ' '
  )
)
