import {emptyLanguage, type Language} from './types.ts'

/** Turkish. Pronouns: Göksel & Kerslake, Turkish: A Comprehensive Grammar, ch. 18; the rest is press usage. */
export const tr = {
  ...emptyLanguage,
  tag: 'tr',
  speechVerbs: [
    'dedi',
    'diyor',
    'söyledi',
    'ekledi',
    'belirtti',
    'sordu',
    'yanıtladı',
    'açıkladı',
    'vurguladı'
  ],
  honorifics: ['Sayın', 'Dr', 'Prof', 'Bay', 'Bayan'],
  secondPerson: ['sen', 'seni', 'sana', 'senin', 'siz', 'sizi', 'size', 'sizin', 'sizce'],
  firstPerson: ['ben', 'beni', 'bana', 'benim', 'biz', 'bizi', 'bize', 'bizim'],
  dialogueWords: {
    call: ['görüşme', 'telefon'],
    interview: ['röportaj', 'söyleşi', 'mülakat'],
    debate: ['tartışma', 'münazara'],
    chat: ['sohbet'],
    hearing: ['oturum', 'duruşma']
  },
  transcriptWords: ['söyleşi', 'röportaj', 'tutanak'],
  stageWords: {
    laughter: ['güler', 'gülüyor', 'gülüşmeler'],
    applause: ['alkış', 'alkışlar'],
    interruption: [],
    pause: ['sessizlik']
  },
  bylineWords: ['yazan'],
  aboutWords: ['yaklaşık'],
  nextWords: ['gelecek', 'önümüzdeki'],
  lastWords: ['geçen'],
  dayWords: {bugün: 0, dün: -1, yarın: 1},
  seasons: [['ilkbahar', 'bahar'], ['yaz'], ['sonbahar', 'güz'], ['kış']],
  decadeSuffixes: ['lar', 'ler', 'larda', 'lerde'],
  decadeWords: [],
  monthLocales: ['tr-TR']
} satisfies Language
