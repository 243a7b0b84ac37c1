import {optional, required, type Table} from './column.ts'
import {characterSpan} from './shared-columns.ts'

const article_id = required('string', {
  en: 'Article',
  ar: 'المقالة',
  references: 'articles'
})
const paragraph_id = optional('string', {
  en: 'The block of text it stands in',
  ar: 'كتلة النص التي يقع فيها',
  references: 'paragraphs'
})
const turn_id = optional('string', {
  en: 'The turn it is spoken in, if it is spoken',
  ar: 'الدور الذي قيل فيه إن كان قولًا',
  references: 'turns'
})

const mentions = {
  title: {en: 'Mentions', ar: 'الإشارات'},
  description: {
    en: 'One row a place in the text that names a person, an organisation or a place.',
    ar: 'صف لكل موضع في النص يسمي شخصًا أو منظمة أو مكانًا.'
  },
  columns: {
    mention_id: required('string', {
      en: 'Mention, numbered in reading order',
      ar: 'معرّف الإشارة، مرقّمة بترتيب القراءة'
    }),
    article_id,
    paragraph_id,
    turn_id,
    entity_id: optional('string', {
      en: 'Id of the person, organisation or place; empty if not linked',
      ar: 'معرّف الشخص أو المنظمة أو المكان، وخانته فارغة إن لم يُربط'
    }),
    entity_type: required('string', {
      en: 'What it names',
      ar: 'نوع المسمّى',
      values: ['person', 'organisation', 'place']
    }),
    surface: required('string', {
      en: 'Exact slice of the source',
      ar: 'قطعة من المصدر بحروفها'
    }),
    ...characterSpan,
    method: required('string', {en: 'The rule that found it', ar: 'القاعدة التي وجدتها'}),
    confidence: required('number', {
      en: 'How sure the rule is, 0 to 1',
      ar: 'درجة ثقة القاعدة من 0 إلى 1'
    })
  }
} as const satisfies Table

const dates = {
  title: {en: 'Dates', ar: 'التواريخ'},
  description: {
    en: 'One row a printed date: its words, what they mean, and what the missing parts were counted from.',
    ar: 'صف لكل تاريخ مطبوع: ألفاظه ومعناها وما حُسبت منه أجزاؤه الناقصة.'
  },
  columns: {
    date_id: required('string', {
      en: 'Date, numbered in reading order',
      ar: 'معرّف التاريخ، مرقّمًا بترتيب القراءة'
    }),
    article_id,
    surface: required('string', {
      en: 'Exact slice of the source',
      ar: 'قطعة من المصدر بحروفها'
    }),
    edtf: required('string', {
      en: 'EDTF level 1 (ISO 8601-2), no more precise than the text, X where unknown',
      ar: 'صيغة EDTF (ISO 8601-2) دون دقة تزيد على النص، وX لما لا يُعرف'
    }),
    date_start: optional('date', {en: 'Earliest day', ar: 'أول يوم محتمل'}),
    date_end: optional('date', {en: 'Latest day', ar: 'آخر يوم محتمل'}),
    calendar: required('string', {
      en: 'Calendar of the printed words; edtf is always Gregorian',
      ar: 'تقويم الألفاظ المطبوعة، أما edtf فميلادي دائمًا',
      values: ['gregorian', 'hijri', 'jalali']
    }),
    certainty: required('string', {
      en: 'explicit: all of it is printed; inferred: a rule filled what is missing',
      ar: 'explicit إن طُبع كله، وinferred إن أكملت قاعدة ما نقص منه',
      values: ['explicit', 'inferred']
    }),
    inferred_from: optional('string', {
      en: 'The rule that filled what is missing',
      ar: 'القاعدة التي أكملت ما نقص'
    }),
    ...characterSpan
  }
} as const satisfies Table

const quotations = {
  title: {en: 'Quotations', ar: 'الاقتباسات'},
  description: {
    en: 'One row a span in quotation marks.',
    ar: 'صف لكل لفظ بين علامتي اقتباس.'
  },
  columns: {
    quotation_id: required('string', {
      en: 'Quotation, numbered in reading order',
      ar: 'معرّف الاقتباس، مرقّمًا بترتيب القراءة'
    }),
    article_id,
    paragraph_id,
    turn_id,
    person_id: optional('string', {
      en: 'Who is quoted',
      ar: 'المقتبس عنه',
      references: 'people'
    }),
    kind: required('string', {
      en: "direct: somebody's words; title: a name or work; scare: other words set off",
      ar: 'direct لقول قائل، وtitle لاسم أو عمل، وscare لما مُيّز من غيرهما',
      values: ['direct', 'scare', 'title']
    }),
    text: optional('string', {
      en: 'The words between the marks, an exact slice of the source',
      ar: 'ما بين العلامتين، قطعة من المصدر بحروفها'
    }),
    ...characterSpan,
    cue: optional('string', {en: 'Reporting verb as printed', ar: 'فعل القول كما طُبع'})
  }
} as const satisfies Table

const facts = {
  title: {en: 'Facts', ar: 'الحقائق'},
  description: {
    en: 'One row a fact about an article, a dialogue or the speaker of a turn: on what ground it stands, and whether it holds.',
    ar: 'صف لكل حقيقة عن مقالة أو حوار أو متحدث دور: ما سندها وهل هي المعتمدة.'
  },
  columns: {
    fact_id: required('string', {en: 'Fact', ar: 'معرّف الحقيقة'}),
    article_id,
    about: required('string', {
      en: 'Id of the article, dialogue or turn it is about',
      ar: 'معرّف المقالة أو الحوار أو الدور الذي تخصه'
    }),
    field: required('string', {
      en: "Which property: schema.org's name of it, or speaker",
      ar: 'الخاصية باسمها في schema.org، أو speaker'
    }),
    value: required('string', {
      en: 'The value; of a person, organisation or place its id, where it has one',
      ar: 'القيمة، أو معرّف الشخص أو المنظمة أو المكان إن كان له معرّف'
    }),
    value_type: optional('string', {
      en: 'Whom or what the value names, where that is known; an agency is an organisation',
      ar: 'نوع من تسميه القيمة أو ما تسميه إن عُرف، والوكالة منظمة',
      values: ['person', 'organisation', 'place']
    }),
    basis: required('string', {
      en: 'stated: printed there; inferred: a rule worked it out; declared: an archivist wrote it down',
      ar: 'stated إن طُبعت، وinferred إن استنتجتها قاعدة، وdeclared إن صرّح بها أمين الأرشيف',
      values: ['stated', 'inferred', 'declared']
    }),
    rule: required('string', {
      en: 'What read it, worked it out, or where it was declared',
      ar: 'ما قرأها أو استنتجها، أو موضع التصريح بها'
    }),
    because: optional('string', {en: 'The reason, in a sentence', ar: 'السبب في جملة'}),
    confidence: optional('number', {
      en: 'How sure the rule is, 0 to 1; inferred facts only',
      ar: 'درجة ثقة القاعدة من 0 إلى 1 للحقائق المستنتجة'
    }),
    accepted: required('boolean', {
      en: 'false where another fact of the same field won',
      ar: 'false إن غلبتها حقيقة أخرى في الخاصية نفسها'
    }),
    start_char: optional('integer', {
      en: 'First character in the decoded source, from 0, where it stands there',
      ar: 'أول محرف في المصدر المفكوك ترميزه بدءًا من 0، إن كانت فيه',
      unit: 'code points'
    }),
    end_char: optional('integer', {
      en: 'The character after its last',
      ar: 'المحرف الذي يلي آخره',
      unit: 'code points'
    })
  }
} as const satisfies Table

/** The tables of what was read out of the text. */
export const annotationTables = {mentions, dates, quotations, facts} as const
