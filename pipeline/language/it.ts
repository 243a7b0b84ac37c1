import {emptyLanguage, type Language} from './types.ts'

/** Italian. Pronouns: Serianni, Grammatica italiana, VII; the rest is press usage. */
export const it = {
  ...emptyLanguage,
  tag: 'it',
  speechVerbs: [
    'dichiarato',
    'spiegato',
    'raccontato',
    'aggiunto',
    'ha',
    'detto',
    'dice',
    'afferma',
    'aggiunge',
    'spiega',
    'chiede',
    'risponde',
    'dichiara',
    'sottolinea',
    'racconta'
  ],
  honorifics: [
    'Sig',
    'Signor',
    'Signora',
    'Dott',
    'Dottoressa',
    'On',
    'Onorevole',
    'Prof'
  ],
  secondPerson: [
    'tu',
    'te',
    'ti',
    'tuo',
    'tua',
    'tuoi',
    'tue',
    'voi',
    'vi',
    'vostro',
    'vostra',
    'lei',
    'Lei',
    'suo',
    'sua'
  ],
  firstPerson: [
    'io',
    'me',
    'mi',
    'mio',
    'mia',
    'miei',
    'mie',
    'noi',
    'ci',
    'nostro',
    'nostra'
  ],
  dialogueWords: {
    call: ['telefonata', 'chiamata'],
    interview: ['intervista', 'colloquio'],
    debate: ['dibattito'],
    chat: ['chat'],
    hearing: ['audizione', 'seduta', 'udienza']
  },
  transcriptWords: ['intervista', 'trascrizione'],
  stageWords: {
    laughter: ['ride', 'ridono', 'risate'],
    applause: ['applausi'],
    interruption: ['interrompe', 'interruzione'],
    pause: ['pausa', 'silenzio']
  },
  bylineWords: ['di'],
  aboutWords: ['circa', 'intorno al', 'verso il'],
  nextWords: ['prossimo', 'prossima'],
  lastWords: ['scorso', 'scorsa'],
  dayWords: {oggi: 0, ieri: -1, domani: 1},
  seasons: [['primavera'], ['estate'], ['autunno'], ['inverno']],
  decadeSuffixes: [],
  decadeWords: ['anni'],
  monthLocales: ['it-IT']
} satisfies Language
