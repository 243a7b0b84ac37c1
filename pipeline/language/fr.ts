import {emptyLanguage, type Language} from './types.ts'

/** French. Pronouns: Grevisse, Le bon usage, §§ 633–655; the rest is press usage. */
export const fr = {
  ...emptyLanguage,
  tag: 'fr',
  speechVerbs: [
    'selon',
    'affirme',
    'explique',
    'déclare',
    'ajoute',
    'demande',
    'répond',
    'dit',
    'déclaré',
    'affirmé',
    'ajouté',
    'expliqué',
    'demandé',
    'répondu',
    'précisé',
    'confie',
    'raconte',
    'assure',
    'estime',
    'poursuit',
    'souligne'
  ],
  honorifics: ['M', 'MM', 'Mme', 'Mmes', 'Mlle', 'Dr', 'Me'],
  secondPerson: ['tu', 'te', 'toi', 'ton', 'ta', 'tes', 'vous', 'votre', 'vos'],
  firstPerson: [
    'je',
    'me',
    'moi',
    'mon',
    'ma',
    'mes',
    'nous',
    'notre',
    'nos',
    "j'ai",
    'j’ai'
  ],
  dialogueWords: {
    call: ['appel'],
    interview: ['entretien', 'interview'],
    debate: ['débat'],
    chat: ['discussion'],
    hearing: ['audition', 'séance', 'audience']
  },
  transcriptWords: ['entretien', 'interview', 'transcription', 'verbatim'],
  stageWords: {
    laughter: ['rires', 'rire', 'rit', 'sourit'],
    applause: ['applaudissements', 'applaudit'],
    interruption: ['interruption', 'interrompt', 'coupe'],
    pause: ['silence', 'pause']
  },
  bylineWords: ['par'],
  aboutWords: ['vers', 'environ', 'circa'],
  nextWords: ['prochain', 'prochaine'],
  lastWords: ['dernier', 'dernière', 'passé'],
  dayWords: {"aujourd'hui": 0, 'aujourd’hui': 0, hier: -1, demain: 1},
  seasons: [['printemps'], ['été'], ['automne'], ['hiver']],
  decadeSuffixes: [],
  decadeWords: ['années'],
  monthLocales: ['fr-FR', 'fr-CA']
} satisfies Language
