import {emptyLanguage, type Language} from './types.ts'

/** Hebrew. Pronouns: האקדמיה ללשון העברית, כינויי הגוף; the rest is press usage. */
export const he = {
  ...emptyLanguage,
  tag: 'he',
  speechVerbs: [
    'סיפר',
    'סיפרה',
    'לדברי',
    'אמרו',
    'אמר',
    'אמרה',
    'אומר',
    'אומרת',
    'הוסיף',
    'הוסיפה',
    'הסביר',
    'הסבירה',
    'שאל',
    'שאלה',
    'ענה',
    'ענתה',
    'ציין',
    'ציינה',
    'טען',
    'טענה'
  ],
  honorifics: ['מר', 'גברת', 'גב', 'ד"ר', 'פרופ', 'עו"ד', 'הרב'],
  secondPerson: [
    'אתה',
    'את',
    'אתם',
    'אתן',
    'לך',
    'לכם',
    'שלך',
    'שלכם',
    'אותך',
    'אתכם',
    'בך',
    'דעתך'
  ],
  firstPerson: [
    'אני',
    'אנחנו',
    'לי',
    'לנו',
    'שלי',
    'שלנו',
    'אותי',
    'אותנו',
    'בי',
    'בנו',
    'אנו'
  ],
  dialogueWords: {
    call: ['שיחה', 'שיחת', 'טלפון'],
    interview: ['ריאיון', 'ראיון'],
    debate: ['עימות'],
    chat: ['צאט'],
    hearing: ['ישיבה', 'ישיבת', 'דיון']
  },
  transcriptWords: ['תמליל', 'פרוטוקול', 'ריאיון'],
  stageWords: {
    laughter: ['צוחק', 'צוחקת', 'צחוק', 'צוחקים'],
    applause: ['מחיאות'],
    interruption: ['קוטע'],
    pause: ['שתיקה']
  },
  bylineWords: ['מאת'],
  aboutWords: ['בסביבות'],
  nextWords: ['הבא', 'הבאה', 'הקרוב'],
  lastWords: ['שעבר', 'שעברה', 'האחרון'],
  // Particles written together with the next word. @see Glinert, Modern Hebrew: An Essential Grammar, §§20, 29
  proclitics: ['ב', 'ל', 'מ', 'ה', 'ו', 'ש', 'כ'],
  dayWords: {היום: 0, אתמול: -1, מחר: 1},
  seasons: [['אביב'], ['קיץ'], ['סתיו'], ['חורף']],
  decadeSuffixes: [],
  decadeWords: ['שנות'],
  monthLocales: ['he-IL']
} satisfies Language
