import {emptyLanguage, type Language} from './types.ts'

/** Ukrainian. Pronouns: Плющ, Граматика української мови, § 40; the rest is press usage. */
export const uk = {
  ...emptyLanguage,
  tag: 'uk',
  speechVerbs: [
    'сказав',
    'сказала',
    'каже',
    'додав',
    'додала',
    'зазначив',
    'зазначила',
    'заявив',
    'заявила',
    'пояснив',
    'запитав',
    'відповів'
  ],
  honorifics: ['пан', 'пані'],
  secondPerson: [
    'ти',
    'тебе',
    'тобі',
    'твій',
    'твоя',
    'ви',
    'вас',
    'вам',
    'вами',
    'ваш',
    'ваша',
    'ваше',
    'ваші'
  ],
  firstPerson: [
    'я',
    'мене',
    'мені',
    'мій',
    'моя',
    'ми',
    'нас',
    'нам',
    'наш',
    'наша',
    'наше',
    'наші'
  ],
  dialogueWords: {
    call: ['дзвінок', 'розмова'],
    interview: ["інтерв'ю", 'інтерв’ю', 'розмова'],
    debate: ['дебати'],
    chat: ['чат'],
    hearing: ['засідання', 'слухання']
  },
  transcriptWords: ["інтерв'ю", 'розмова', 'стенограма'],
  stageWords: {
    laughter: ['сміється', 'сміх'],
    applause: ['оплески'],
    interruption: ['перебиває'],
    pause: ['пауза']
  },
  bylineWords: ['автор'],
  nextWords: ['наступний', 'наступну'],
  lastWords: ['минулий', 'минулу', 'минулої', 'минулого'],
  dayWords: {сьогодні: 0, вчора: -1, учора: -1, завтра: 1},
  seasons: [
    ['весна', 'весною', 'навесні', 'весни'],
    ['літо', 'влітку', 'літа'],
    ['осінь', 'восени', 'осені'],
    ['зима', 'взимку', 'зими']
  ],
  decadeSuffixes: ['ті', 'х'],
  decadeWords: [],
  monthLocales: ['uk-UA']
} satisfies Language
