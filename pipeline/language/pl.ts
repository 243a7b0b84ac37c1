import {emptyLanguage, type Language} from './types.ts'

/** Polish. Pronouns: Nagórko, Zarys gramatyki polskiej, § 5; the rest is press usage. */
export const pl = {
  ...emptyLanguage,
  tag: 'pl',
  speechVerbs: [
    'powiedział',
    'powiedziała',
    'mówi',
    'dodał',
    'dodała',
    'zapytał',
    'zapytała',
    'odpowiedział',
    'odpowiedziała',
    'podkreślił',
    'podkreśliła'
  ],
  honorifics: ['Pan', 'Pani', 'Dr', 'Prof'],
  secondPerson: [
    'ty',
    'ciebie',
    'cię',
    'ci',
    'tobie',
    'twój',
    'twoja',
    'twoje',
    'wy',
    'was',
    'wam',
    'pan',
    'pani',
    'pana',
    'panu',
    'państwo'
  ],
  firstPerson: [
    'ja',
    'mnie',
    'mi',
    'mój',
    'moja',
    'moje',
    'my',
    'nas',
    'nam',
    'nasz',
    'nasza',
    'nasze'
  ],
  dialogueWords: {
    call: ['rozmowa', 'telefon'],
    interview: ['wywiad', 'rozmowa'],
    debate: ['debata'],
    chat: ['czat'],
    hearing: ['posiedzenie', 'przesłuchanie']
  },
  transcriptWords: ['wywiad', 'rozmowa', 'stenogram', 'zapis'],
  stageWords: {
    laughter: ['śmiech', 'śmieje'],
    applause: ['oklaski', 'brawa'],
    interruption: ['przerywa'],
    pause: ['cisza']
  },
  bylineWords: ['autor'],
  aboutWords: ['około', 'ok'],
  nextWords: ['następny', 'przyszły'],
  lastWords: ['zeszły', 'ubiegły'],
  dayWords: {dziś: 0, dzisiaj: 0, wczoraj: -1, jutro: 1},
  seasons: [
    ['wiosna', 'wiosną', 'wiosny'],
    ['lato', 'latem', 'lata'],
    ['jesień', 'jesienią', 'jesieni'],
    ['zima', 'zimą', 'zimy']
  ],
  decadeSuffixes: [],
  decadeWords: ['lata'],
  monthLocales: ['pl-PL']
} satisfies Language
