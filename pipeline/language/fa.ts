import {emptyLanguage, type Language} from './types.ts'

/** Persian. Pronouns: Lazard, Grammaire du persan contemporain, §§ 76–85; the rest is press usage. */
export const fa = {
  ...emptyLanguage,
  tag: 'fa',
  speechVerbs: [
    'گفت',
    'گفته',
    'می‌گوید',
    'افزود',
    'اظهار',
    'پرسید',
    'پاسخ',
    'تاکید',
    'نوشت',
    'توضیح'
  ],
  honorifics: ['آقای', 'خانم', 'دکتر', 'مهندس', 'استاد'],
  secondPerson: ['تو', 'شما', 'شماست', 'شماها'],
  firstPerson: ['من', 'ما', 'مرا', 'منم', 'ماست'],
  dialogueWords: {
    call: ['تماس', 'مکالمه'],
    interview: ['مصاحبه', 'گفت‌وگو', 'گفتگو'],
    debate: ['مناظره'],
    chat: ['گپ'],
    hearing: ['جلسه']
  },
  transcriptWords: ['متن', 'مشروح', 'مصاحبه', 'گفت‌وگو'],
  stageWords: {
    laughter: ['خنده', 'می‌خندد'],
    applause: ['تشویق'],
    interruption: [],
    pause: ['سکوت', 'مکث']
  },
  bylineWords: ['نوشته'],
  aboutWords: ['حدود'],
  nextWords: ['آینده', 'بعد'],
  lastWords: ['گذشته', 'پیش'],
  dayWords: {امروز: 0, دیروز: -1, فردا: 1},
  seasons: [['بهار'], ['تابستان'], ['پاییز'], ['زمستان']],
  decadeSuffixes: [],
  decadeWords: ['دهه'],
  monthLocales: ['fa-IR']
} satisfies Language
