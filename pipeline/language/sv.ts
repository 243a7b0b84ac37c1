import {emptyLanguage, type Language} from './types.ts'

/** Swedish. Verbs: press usage. */
export const sv = {
  ...emptyLanguage,
  tag: 'sv',
  aboutWords: ['omkring', 'cirka', 'ca'],
  speechVerbs: [
    'sade',
    'säger',
    'sa',
    'berättar',
    'berättade',
    'förklarar',
    'frågade',
    'svarade',
    'menar',
    'enligt',
    'skrev'
  ],
  monthLocales: ['sv']
} as const satisfies Language
