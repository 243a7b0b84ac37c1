import {emptyLanguage, type Language} from './types.ts'

/** Portuguese. Pronouns: Cunha & Cintra, Nova Gramática do Português Contemporâneo, cap. 11; the rest is press usage. */
export const pt = {
  ...emptyLanguage,
  tag: 'pt',
  speechVerbs: [
    'disse',
    'diz',
    'afirmou',
    'acrescentou',
    'explicou',
    'perguntou',
    'respondeu',
    'declarou',
    'contou',
    'ressaltou',
    'destacou'
  ],
  honorifics: ['Sr', 'Sra', 'Dr', 'Dra', 'Dom', 'Dona'],
  secondPerson: [
    'tu',
    'te',
    'ti',
    'teu',
    'tua',
    'você',
    'vocês',
    'seu',
    'sua',
    'seus',
    'suas',
    'senhor',
    'senhora'
  ],
  firstPerson: [
    'eu',
    'me',
    'mim',
    'meu',
    'minha',
    'meus',
    'minhas',
    'nós',
    'nos',
    'nosso',
    'nossa'
  ],
  dialogueWords: {
    call: ['ligação', 'telefonema', 'chamada'],
    interview: ['entrevista', 'conversa'],
    debate: ['debate'],
    chat: ['conversa'],
    hearing: ['audiência', 'sessão']
  },
  transcriptWords: ['entrevista', 'transcrição'],
  stageWords: {
    laughter: ['risos', 'ri', 'rindo'],
    applause: ['aplausos'],
    interruption: ['interrompe', 'interrupção'],
    pause: ['pausa', 'silêncio']
  },
  bylineWords: ['por'],
  aboutWords: ['cerca de', 'por volta de', 'circa'],
  nextWords: ['próximo', 'próxima'],
  lastWords: ['passado', 'passada', 'último'],
  dayWords: {hoje: 0, ontem: -1, amanhã: 1},
  seasons: [['primavera'], ['verão'], ['outono'], ['inverno']],
  decadeSuffixes: [],
  decadeWords: ['anos', 'década de'],
  monthLocales: ['pt-BR', 'pt-PT']
} satisfies Language
