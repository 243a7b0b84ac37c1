import type {Edition} from '../source/types.ts'
import {remember} from '../tree/remember.ts'
import {ar} from './words-ar.ts'
import {de} from './words-de.ts'
import {en, type Words} from './words-en.ts'
import {es} from './words-es.ts'
import {fa} from './words-fa.ts'
import {fr} from './words-fr.ts'
import {he} from './words-he.ts'
import {ru} from './words-ru.ts'

/** The interface in one language. */
export interface Interface {
  /** BCP 47 */
  readonly tag: string
  readonly dir: 'rtl' | 'ltr'
  readonly words: Words
}

const interfaces: readonly Interface[] = [
  {tag: 'en', dir: 'ltr', words: en},
  {tag: 'ar', dir: 'rtl', words: ar},
  {tag: 'de', dir: 'ltr', words: de},
  {tag: 'es', dir: 'ltr', words: es},
  {tag: 'fa', dir: 'rtl', words: fa},
  {tag: 'fr', dir: 'ltr', words: fr},
  {tag: 'he', dir: 'rtl', words: he},
  {tag: 'ru', dir: 'ltr', words: ru}
]
const [english] = interfaces

/**
 * The interface for a language; English where there is none. What an edition declares as its
 * `interface` holds for all of its pages.
 */
export function interfaceFor(
  tag: string | undefined,
  edition?: Pick<Edition, 'interface'>
): Interface {
  const subtag = (edition?.interface ?? tag)?.split('-')[0]
  const found = interfaces.find((each) => each.tag === subtag) ?? english
  if (!found) throw new Error('no interface language')
  return found
}

/** The interface of pages that belong to no article. */
export const editionInterface = (edition: Edition): Interface =>
  interfaceFor(edition.languages[0], edition)

/** A sentence with its value put in. */
export const fill = (sentence: string, value: string | number): string =>
  sentence.replace('{}', () => String(value))

/**
 * Digits of each interface are chosen here, as CLDR's default for Arabic differs between versions
 * of it; spaces that part groups are made one kind for the same reason.
 */
const digitsOf = (tag: string): string => (tag === 'fa' ? 'arabext' : 'latn')

const numbersOf = remember((tag) => new Intl.NumberFormat(`${tag}-u-nu-${digitsOf(tag)}`))
const sharesOf = remember(
  (tag) =>
    new Intl.NumberFormat(`${tag}-u-nu-${digitsOf(tag)}`, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1
    })
)
const pluralsOf = remember((tag) => new Intl.PluralRules(tag))

/** A number as the language of the page prints it. */
export const number = (value: number, {tag}: Pick<Interface, 'tag'>): string =>
  numbersOf(tag)
    .format(value)
    .replace(/[\u202F\u2009]/gu, '\u00A0')

/** A share as a percentage with one decimal. */
export const percent = (share: number, {tag, words}: Interface): string =>
  fill(words.percent, sharesOf(tag).format(share * 100))

/** A number with what it counts, in the form the language has for that number. */
export function count(name: keyof Words['counts'], value: number, ui: Interface): string {
  const forms = ui.words.counts[name]
  const rule = pluralsOf(ui.tag).select(value)
  return fill(forms[rule] ?? forms.other, number(value, ui))
}
