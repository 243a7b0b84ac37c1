import {required} from './column.ts'

/** Where the text of a row stands in the decoded source: `source[start_char:end_char]`. */
export const characterSpan = {
  start_char: required('integer', {
    en: 'First character in the decoded source, from 0',
    ar: 'أول محرف في المصدر المفكوك ترميزه، بدءًا من 0',
    unit: 'code points'
  }),
  end_char: required('integer', {
    en: 'The character after its last',
    ar: 'المحرف الذي يلي آخره',
    unit: 'code points'
  })
} as const

/** The lines of the source a row stands on. */
export const lineSpan = {
  start_line: required('integer', {
    en: 'First line in the source, from 1',
    ar: 'أول سطر في المصدر بدءًا من 1'
  }),
  end_line: required('integer', {
    en: 'Last line in the source',
    ar: 'آخر سطر في المصدر'
  })
} as const

/** The words of `text_norm`. @see ../language/fold.ts */
export const searchForm = {
  en: 'Search form of text: NFKC, lower case, no harakat, tatweel or bidi controls, forms of alef, ya, ta marbuta and digits folded',
  ar: 'صيغة البحث: NFKC بأحرف صغيرة دون حركات ولا تطويل ولا محارف اتجاه، مع توحيد صور الألف والياء والتاء المربوطة والأرقام'
} as const
