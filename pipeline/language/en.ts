import type {Language} from './types.ts'

/** English. Pronouns: Quirk et al., A Comprehensive Grammar of the English Language, §6.15; the rest is press usage. */
export const en = {
  tag: 'en',
  speechVerbs: [
    'according',
    'recalls',
    ...[
      'said',
      'says',
      'told',
      'tells',
      'added',
      'adds',
      'asked',
      'asks',
      'replied',
      'explained',
      'stated'
    ],
    ...[
      'wrote',
      'writes',
      'continued',
      'insisted',
      'argued',
      'noted',
      'recalled',
      'warned',
      'answered',
      'announced'
    ]
  ],
  honorifics: [
    'Mr',
    'Mrs',
    'Ms',
    'Miss',
    'Mx',
    'Dr',
    'Prof',
    'Professor',
    'Sir',
    'Lord',
    'Lady',
    'Senator',
    'Rev'
  ],
  secondPerson: [
    'you',
    'your',
    'yours',
    'yourself',
    'yourselves',
    'you’re',
    'you’ve',
    'you’d',
    'you’ll',
    "you're",
    "you've",
    "you'd",
    "you'll"
  ],
  firstPerson: [
    ...[
      'I',
      'me',
      'my',
      'mine',
      'myself',
      'we',
      'us',
      'our',
      'ours',
      'ourselves',
      'I’m',
      'I’ve',
      'I’d',
      'I’ll'
    ],
    ...["I'm", "I've", "I'd", "I'll", 'we’re', 'we’ve', "we're", "we've"]
  ],
  dialogueWords: {
    call: ['call', 'phone call', 'telephone call'],
    interview: ['interview', 'Q&A', 'conversation'],
    debate: ['debate'],
    chat: ['chat'],
    hearing: ['hearing', 'testimony', 'session'],
    drama: ['play', 'scene']
  },
  transcriptWords: ['transcript', 'full text', 'interview', 'conversation'],
  stageWords: {
    laughter: ['laughs', 'laughing', 'laughter', 'chuckles', 'giggles'],
    applause: ['applause', 'cheers', 'applauds'],
    interruption: [
      'interrupts',
      'interrupting',
      'interruption',
      'crosstalk',
      'cross talk'
    ],
    pause: ['pause', 'pauses', 'silence'],
    noise: ['noise', 'inaudible', 'unintelligible']
  },
  bylineWords: ['by', 'words by', 'reporting by', 'interview by'],
  proclitics: [],
  nextWords: ['next', 'coming', 'this'],
  lastWords: ['last', 'past'],
  dayWords: {today: 0, yesterday: -1, tomorrow: 1},
  seasons: [['spring'], ['summer'], ['autumn', 'fall'], ['winter']],
  decadeSuffixes: ['s'],
  decadeWords: [],
  aboutWords: ['around', 'circa', 'ca', 'c'],
  dateLinks: ['of', 'the'],
  am: ['a.m.'],
  pm: ['p.m.'],
  monthLocales: ['en-GB', 'en-US']
} satisfies Language
