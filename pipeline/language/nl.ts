import {emptyLanguage, type Language} from './types.ts'

/** Dutch. Verbs: press usage. */
export const nl = {
  ...emptyLanguage,
  tag: 'nl',
  aboutWords: ['rond', 'omstreeks', 'circa', 'ca'],
  speechVerbs: [
    'zei',
    'zegt',
    'zeggen',
    'vertelde',
    'vertelt',
    'verklaarde',
    'vroeg',
    'antwoordde',
    'aldus',
    'volgens',
    'liet',
    'meldt',
    'schreef'
  ],
  monthLocales: ['nl']
} as const satisfies Language
