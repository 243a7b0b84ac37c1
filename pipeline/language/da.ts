import {emptyLanguage, type Language} from './types.ts'

/** Danish. Verbs: press usage. */
export const da = {
  ...emptyLanguage,
  tag: 'da',
  aboutWords: ['omkring', 'cirka', 'ca'],
  speechVerbs: [
    'siger',
    'sagde',
    'fortæller',
    'fortalte',
    'forklarer',
    'spurgte',
    'svarede',
    'mener',
    'ifølge',
    'skrev'
  ],
  monthLocales: ['da']
} as const satisfies Language
