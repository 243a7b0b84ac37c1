import {emptyLanguage, type Language} from './types.ts'

/** Spanish. Pronouns: RAE, Nueva gramática de la lengua española, §§ 16–18; the rest is press usage. */
export const es = {
  ...emptyLanguage,
  tag: 'es',
  speechVerbs: [
    'según',
    'afirma',
    'asegura',
    'explica',
    'recordó',
    'contó',
    'dijo',
    'dice',
    'afirmó',
    'añadió',
    'explicó',
    'preguntó',
    'respondió',
    'señaló',
    'aseguró',
    'declaró',
    'comentó',
    'indicó',
    'sostuvo'
  ],
  honorifics: ['Sr', 'Sra', 'Srta', 'Dr', 'Dra', 'Don', 'Doña', 'D'],
  secondPerson: [
    'tú',
    'te',
    'ti',
    'tu',
    'tus',
    'tuyo',
    'usted',
    'ustedes',
    'vos',
    'vosotros',
    'os',
    'vuestro',
    'vuestra',
    'le',
    'les',
    'su',
    'sus'
  ],
  firstPerson: [
    'yo',
    'me',
    'mí',
    'mi',
    'mis',
    'mío',
    'nosotros',
    'nos',
    'nuestro',
    'nuestra'
  ],
  dialogueWords: {
    call: ['llamada', 'conversación'],
    interview: ['entrevista'],
    debate: ['debate'],
    chat: ['charla'],
    hearing: ['comparecencia', 'sesión', 'audiencia']
  },
  transcriptWords: ['entrevista', 'transcripción'],
  stageWords: {
    laughter: ['risas', 'ríe', 'ríen', 'sonríe'],
    applause: ['aplausos', 'aplaude'],
    interruption: ['interrumpe', 'interrupción'],
    pause: ['pausa', 'silencio']
  },
  bylineWords: ['por'],
  aboutWords: ['hacia', 'circa', 'alrededor de'],
  nextWords: ['próximo', 'próxima'],
  lastWords: ['pasado', 'pasada', 'último'],
  dayWords: {hoy: 0, ayer: -1, mañana: 1},
  seasons: [['primavera'], ['verano'], ['otoño'], ['invierno']],
  decadeSuffixes: [],
  decadeWords: ['años'],
  monthLocales: ['es-ES', 'es-MX']
} satisfies Language
