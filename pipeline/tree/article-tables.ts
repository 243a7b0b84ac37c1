import {optional, required, type Table} from './column.ts'
import {characterSpan, lineSpan, searchForm} from './shared-columns.ts'

const articles = {
  title: {en: 'Articles', ar: 'المقالات'},
  description: {
    en: 'One row an article: its headline, publisher, date of publication and size.',
    ar: 'صف لكل مقالة: عنوانها وناشرها وتاريخ نشرها وحجمها.'
  },
  columns: {
    article_id: required('string', {
      en: "The article's slug, the same in every output",
      ar: 'معرّف المقالة، وهو نفسه في كل المخرجات'
    }),
    source_id: required('string', {
      en: 'The source it was read from',
      ar: 'المصدر الذي قُرئت منه',
      references: 'sources'
    }),
    headline: optional('string', {
      en: 'Headline as printed; empty where none is printed or declared',
      ar: 'العنوان كما طُبع، وخانته فارغة إن لم يُطبع ولم يُصرَّح به'
    }),
    subheadline: optional('string', {
      en: 'Deck as printed',
      ar: 'العنوان الفرعي كما طُبع'
    }),
    publisher_id: optional('string', {
      en: 'Publisher',
      ar: 'الناشر',
      references: 'organisations'
    }),
    lang: required('string', {
      en: 'Language of the main text, a BCP 47 tag; und where nothing tells',
      ar: 'لغة النص الأساسي برمز BCP 47، أو und إن لم يدل عليها شيء'
    }),
    dir: required('string', {
      en: 'Direction of the main text',
      ar: 'اتجاه النص الأساسي',
      values: ['rtl', 'ltr']
    }),
    published_text: optional('string', {
      en: 'Date of publication as printed',
      ar: 'تاريخ النشر كما طُبع'
    }),
    published_local: optional('datetime_local', {
      en: 'Time of publication, no zone invented; empty where only a day is known (see dates)',
      ar: 'وقت النشر دون منطقة زمنية مفترضة، وخانته فارغة إن عُرف اليوم وحده (انظر dates)'
    }),
    published_tz: optional('string', {
      en: 'IANA time zone of published_local, where the collection declares it',
      ar: 'المنطقة الزمنية لوقت النشر (IANA) إن صرّحت بها المجموعة'
    }),
    paragraph_count: required('integer', {
      en: 'Paragraphs outside the dialogues',
      ar: 'عدد الفقرات خارج الحوارات'
    }),
    turn_count: required('integer', {
      en: 'Turns of its dialogues',
      ar: 'عدد أدوار حواراتها'
    }),
    word_count: required('integer', {
      en: 'Words (UAX 29) of headings, paragraphs and turns, labels and masthead left out',
      ar: 'عدد كلمات العناوين والفقرات والأدوار (UAX 29) دون أسماء المتحدثين والترويسة'
    }),
    char_count: required('integer', {
      en: 'Code points of headings, paragraphs and turns, labels and masthead left out',
      ar: 'عدد محارف العناوين والفقرات والأدوار دون أسماء المتحدثين والترويسة',
      unit: 'code points'
    }),
    licence: optional('string', {
      en: 'SPDX id or URL of the rights in the text',
      ar: 'رمز SPDX أو رابط حقوق النص'
    }),
    url: optional('uri', {
      en: 'Canonical page in this edition',
      ar: 'صفحتها المعتمدة في هذه النشرة'
    })
  }
} as const satisfies Table

const sources = {
  title: {en: 'Sources', ar: 'المصادر'},
  description: {
    en: 'One row a file as it was received, those that could not be read included.',
    ar: 'صف لكل ملف كما ورد، بما فيها ما تعذّرت قراءته.'
  },
  columns: {
    source_id: required('string', {
      en: "The article's slug; the path of a source that gives no article",
      ar: 'معرّف المقالة، أو مسار المصدر إن لم تنتج عنه مقالة'
    }),
    path: required('string', {
      en: 'Path below the folder of sources',
      ar: 'المسار داخل مجلد المصادر'
    }),
    url: optional('uri', {
      en: 'Original web address, if known',
      ar: 'رابطه الأصلي إن عُرف'
    }),
    sha256: optional('string', {
      en: 'SHA-256 of the bytes as received; empty, as what follows, where the source could not be read',
      ar: 'بصمة SHA-256 للبايتات كما وردت، وهي وما بعدها فارغة إن تعذّرت قراءة المصدر'
    }),
    bytes: optional('integer', {en: 'Size', ar: 'الحجم', unit: 'bytes'}),
    lines: optional('integer', {en: 'Lines', ar: 'عدد الأسطر'}),
    encoding: optional('string', {
      en: 'Encoding, as the WHATWG standard names it',
      ar: 'الترميز باسمه في معيار WHATWG'
    }),
    newline: optional('string', {
      en: 'Line ends',
      ar: 'نهايات الأسطر',
      values: ['lf', 'crlf', 'cr', 'nel', 'ls', 'mixed', 'none']
    }),
    retrieved: optional('string', {
      en: 'When fetched, as precise as it was written down (ISO 8601)',
      ar: 'وقت جلبه بالدقة التي سُجّل بها (ISO 8601)'
    }),
    rights_note: optional('string', {
      en: 'Rights in the text, in words',
      ar: 'حقوق النص بالكلمات'
    })
  }
} as const satisfies Table

const paragraphs = {
  title: {en: 'Paragraphs', ar: 'الفقرات'},
  description: {
    en: 'One row a printed block of text: the lines of the masthead, headings, paragraphs and the paragraphs of each turn.',
    ar: 'صف لكل كتلة مطبوعة من النص: أسطر الترويسة والعناوين والفقرات وفقرات كل دور.'
  },
  columns: {
    paragraph_id: required('string', {
      en: 'Id of the heading, paragraph or utterance; of a line of the masthead, its kind',
      ar: 'معرّف العنوان أو الفقرة أو القول، أو نوع السطر إن كان من الترويسة'
    }),
    article_id: required('string', {
      en: 'Article',
      ar: 'المقالة',
      references: 'articles'
    }),
    position: required('integer', {
      en: 'Order in the article, from 1',
      ar: 'الترتيب في المقالة بدءًا من 1'
    }),
    kind: required('string', {
      en: 'What it is',
      ar: 'نوعها',
      values: [
        'dateline',
        'outlet',
        'headline',
        'deck',
        'byline',
        'kicker',
        'heading',
        'body',
        'item',
        'quotation',
        'preformatted',
        'caption',
        'credit',
        'note',
        'comment',
        'narration',
        'turn'
      ]
    }),
    section: optional('string', {
      en: 'The heading it stands under',
      ar: 'العنوان الذي تقع تحته'
    }),
    text: optional('string', {
      en: 'Exact slice of the source, less the control characters set aside',
      ar: 'قطعة من المصدر بحروفها سوى محارف التحكم المستبعدة'
    }),
    text_norm: optional('string', searchForm),
    words: required('integer', {en: 'Words (UAX 29)', ar: 'عدد الكلمات (UAX 29)'}),
    ...characterSpan,
    ...lineSpan
  }
} as const satisfies Table

const messages = {
  title: {en: 'Messages', ar: 'الرسائل'},
  description: {
    en: 'One row a message of the build about a source: what was found, where, and how to mend it.',
    ar: 'صف لكل رسالة عن مصدر: ما وُجد فيه وأين وكيف يُصلح.'
  },
  columns: {
    message_id: required('string', {
      en: "The source's id and the number of the message",
      ar: 'معرّف المصدر ورقم الرسالة'
    }),
    source_id: required('string', {en: 'Source', ar: 'المصدر', references: 'sources'}),
    severity: required('string', {
      en: 'How grave it is',
      ar: 'درجتها',
      values: ['error', 'warning', 'info']
    }),
    rule: required('string', {
      en: 'The rule that speaks; warraq explain tells more of it',
      ar: 'القاعدة التي أصدرتها، ويشرحها الأمر warraq explain'
    }),
    message: required('string', {
      en: 'What was found and what was expected, in English',
      ar: 'ما وُجد وما كان متوقعًا، بالإنكليزية'
    }),
    start_line: optional('integer', {
      en: 'First line, from 1; places in another file than the source are left out',
      ar: 'أول سطر بدءًا من 1، ولا تُذكر المواضع الواقعة في غير المصدر'
    }),
    start_column: optional('integer', {
      en: 'First column, from 1, as editors count',
      ar: 'أول عمود بدءًا من 1 كما تعدّه المحررات',
      unit: 'UTF-16 code units'
    }),
    end_line: optional('integer', {en: 'Line where it ends', ar: 'السطر الذي ينتهي فيه'}),
    end_column: optional('integer', {
      en: 'The column after its last',
      ar: 'العمود الذي يلي آخره',
      unit: 'UTF-16 code units'
    }),
    fix: optional('string', {en: 'How to mend the cause', ar: 'كيف يُصلح السبب'})
  }
} as const satisfies Table

/** The tables of articles and of the files they come from. */
export const articleTables = {articles, sources, paragraphs, messages} as const
