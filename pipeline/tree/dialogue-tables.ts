import {optional, required, type Table} from './column.ts'
import {characterSpan, lineSpan, searchForm} from './shared-columns.ts'

const dialogues = {
  title: {en: 'Dialogues', ar: 'الحوارات'},
  description: {
    en: 'One row a conversation: its kind, its date and who published it.',
    ar: 'صف لكل حوار: نوعه وتاريخه ومن نشره.'
  },
  columns: {
    dialogue_id: required('string', {en: 'Dialogue', ar: 'معرّف الحوار'}),
    article_id: required('string', {
      en: 'Article',
      ar: 'المقالة',
      references: 'articles'
    }),
    kind: required('string', {
      en: 'What kind of conversation',
      ar: 'نوع الحوار',
      values: ['call', 'interview', 'debate', 'chat', 'hearing', 'drama', 'unknown']
    }),
    title: optional('string', {en: 'Its heading as printed', ar: 'عنوانه كما طُبع'}),
    date_id: optional('string', {
      en: 'The printed date it took place on',
      ar: 'التاريخ المطبوع الذي جرى فيه',
      references: 'dates'
    }),
    duration_text: optional('string', {en: 'Duration as printed', ar: 'مدته كما طُبعت'}),
    medium: optional('string', {
      en: 'What it was held over, where that is declared',
      ar: 'وسيلته إن صُرّح بها',
      values: ['telephone', 'in_person', 'video']
    }),
    disclosed_by: optional('string', {
      en: 'Who published it first',
      ar: 'من نشره أولًا',
      references: 'organisations'
    }),
    turn_count: required('integer', {en: 'Turns', ar: 'عدد الأدوار'}),
    ...lineSpan
  }
} as const satisfies Table

const speakers = {
  title: {en: 'Speakers', ar: 'المتحدثون'},
  description: {
    en: 'One row a participant of a dialogue: how the text labels them and how much they say.',
    ar: 'صف لكل مشارك في حوار: كيف يسميه النص وكم يتحدث.'
  },
  columns: {
    speaker_id: required('string', {
      en: 'The dialogue and the participant in it',
      ar: 'الحوار والمشارك فيه'
    }),
    dialogue_id: required('string', {
      en: 'Dialogue',
      ar: 'الحوار',
      references: 'dialogues'
    }),
    person_id: optional('string', {en: 'Person', ar: 'الشخص', references: 'people'}),
    label_first: optional('string', {
      en: 'The first label printed; empty where there is none',
      ar: 'أول تسمية طُبعت له، وخانتها فارغة إن لم تُطبع'
    }),
    label_count: required('integer', {
      en: 'Number of different labels',
      ar: 'عدد تسمياته المختلفة'
    }),
    role: optional('string', {
      en: 'Role in the dialogue, where that is declared',
      ar: 'دوره في الحوار إن صُرّح به'
    }),
    side: optional('string', {
      en: 'Delegation or side, where that is declared',
      ar: 'وفده أو جانبه إن صُرّح به'
    }),
    turn_count: required('integer', {en: 'Turns', ar: 'عدد أدواره'}),
    word_count: required('integer', {
      en: 'Words (UAX 29), without stage directions',
      ar: 'عدد كلماته (UAX 29) دون الإشارات المشهدية'
    })
  }
} as const satisfies Table

const turns = {
  title: {en: 'Turns', ar: 'الأدوار'},
  description: {
    en: 'One row a turn: who speaks, what is said, and where it stands in the source.',
    ar: 'صف لكل دور: من المتحدث وما قيل وموضعه في المصدر.'
  },
  columns: {
    turn_id: required('string', {en: 'Turn', ar: 'معرّف الدور'}),
    dialogue_id: required('string', {
      en: 'Dialogue',
      ar: 'الحوار',
      references: 'dialogues'
    }),
    article_id: required('string', {
      en: 'Article (repeated for use of this file alone)',
      ar: 'المقالة (مكررة ليُستعمل هذا الملف وحده)',
      references: 'articles'
    }),
    position: required('integer', {
      en: 'Order in the dialogue, from 1',
      ar: 'الترتيب في الحوار بدءًا من 1'
    }),
    reply_to: optional('string', {
      en: 'The last turn before it by another speaker',
      ar: 'آخر دور قبله لمتحدث آخر',
      references: 'turns'
    }),
    speaker_id: optional('string', {
      en: 'Speaker; empty where nobody can tell',
      ar: 'المتحدث، وخانته فارغة إن تعذّرت معرفته',
      references: 'speakers'
    }),
    speaker_label: optional('string', {
      en: 'The label as printed; empty where there is none',
      ar: 'التسمية كما طُبعت، وخانتها فارغة إن لم توجد'
    }),
    speaker_name: optional('string', {
      en: "Name of the speaker in the article's language (repeated for use of this file alone)",
      ar: 'اسم المتحدث بلغة المقالة (مكرر ليُستعمل هذا الملف وحده)'
    }),
    text: optional('string', {
      en: 'What is said, an exact slice of the source, less the control characters set aside: line breaks and stage directions included, the label not; empty where a label stands alone',
      ar: 'ما قيل، وهو قطعة من المصدر بحروفها سوى محارف التحكم المستبعدة تشمل نهايات الأسطر والإشارات المشهدية دون التسمية، وخانته فارغة إن كانت التسمية وحدها'
    }),
    text_norm: optional('string', searchForm),
    stage_directions: optional('string', {
      en: 'Stage directions as printed, brackets included',
      ar: 'الإشارات المشهدية كما طُبعت بأقواسها'
    }),
    words: required('integer', {
      en: 'Words (UAX 29), without stage directions',
      ar: 'عدد الكلمات (UAX 29) دون الإشارات المشهدية'
    }),
    chars: required('integer', {
      en: 'Length of text',
      ar: 'طول النص',
      unit: 'code points'
    }),
    is_question: required('boolean', {
      en: 'What is said ends with a question mark',
      ar: 'هل ينتهي ما قيل بعلامة استفهام'
    }),
    ...characterSpan,
    ...lineSpan,
    start_time: optional('duration', {
      en: 'Time into the recording; only when printed',
      ar: 'الوقت من بداية التسجيل إن طُبع'
    }),
    confidence: optional('number', {
      en: 'Of the attribution to this speaker, 0 to 1; empty where there is none',
      ar: 'درجة الثقة في نسبته إلى هذا المتحدث من 0 إلى 1، وخانتها فارغة إن لم يُنسب'
    })
  }
} as const satisfies Table

/** The tables of conversations. */
export const dialogueTables = {dialogues, speakers, turns} as const
