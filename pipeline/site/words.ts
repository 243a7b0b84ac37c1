import {ar} from './words-ar.ts'
import {en, type Words} from './words-en.ts'

/** The interface in one language. */
export interface Interface {
  /** BCP 47 */
  readonly tag: string
  readonly dir: 'rtl' | 'ltr'
  readonly words: Words
}

const interfaces: readonly Interface[] = [
  {tag: 'en', dir: 'ltr', words: en},
  {tag: 'ar', dir: 'rtl', words: ar}
]
const [english] = interfaces

/** The interface for a language; English where there is none. */
export function interfaceFor(tag: string | undefined): Interface {
  const subtag = tag?.split('-')[0]
  const found = interfaces.find((each) => each.tag === subtag) ?? english
  if (!found) throw new Error('no interface language')
  return found
}

/** A sentence with its value put in. */
export const fill = (sentence: string, value: string | number): string =>
  sentence.replace('{}', String(value))

/** Numbers as the press of the pages prints them: Western digits. */
export const number = (value: number): string => value.toLocaleString('en-US')

/** A share as a percentage with one decimal. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
