import {
  createPage,
  type Page,
  person,
  printDialogue,
  printParagraph,
  toArticle
} from './page.ts'

/**
 * An article with all that tables stumble over: quotes, commas, line ends, formulas, bidi controls,
 * characters of two code units, a turn that is a label alone, one that nobody is known to say.
 */
export function printNastyArticle(slug: string, newline: 'lf' | 'crlf' = 'lf') {
  const page = createPage(newline)
  const dateline = page.put('😀 14 أكتوبر 2025')
  page.endLine()
  const headline = page.put('=HYPERLINK("x"), "قال 𞸀"')
  page.endLine(1)
  const children = printBody(page)
  const local = {...person('speaker-01', 'سامي 𞸀'), basis: 'inferred' as const}
  const article = toArticle(page, {
    slug,
    metadata: {
      headline: [
        {
          value: '=HYPERLINK("x"), "قال 𞸀"',
          basis: 'stated',
          rule: 'segment/masthead-headline',
          position: headline
        }
      ],
      datePublished: [
        {
          value: '2025-10-14',
          text: '😀 14 أكتوبر 2025',
          basis: 'stated',
          rule: 'segment/masthead-date',
          position: dateline
        }
      ]
    },
    entities: [person('nura-haddad', 'نورا حدّاد', 'نورا'), local],
    children
  })
  return {article, source: page.source()}
}

function printBody(page: Page) {
  return [
    printParagraph(page, 1, [
      '-1+1 😀, \u2067نص\u2069 في ',
      {date: '2025-10', words: 'أكتوبر'},
      ' عند ',
      {mention: 'nura-haddad', words: 'حدّاد 𝟙'},
      '.'
    ]),
    printParagraph(page, 2, [
      'سطر\tأول "بعلامتي" اقتباس',
      {quotation: '«𐎀 نعم»', speaker: 'nura-haddad'}
    ]),
    printDialogue(page, 'نص المقابلة 🎙', [
      {label: 'نورا حدّاد', speaker: 'nura-haddad', said: [['هل 😀 "تسمعني"؟']]},
      {
        label: 'سامي 𞸀',
        speaker: 'speaker-01',
        said: [
          ['@نعم، ', {mention: 'nura-haddad', words: 'نورا'}, ' ', {stage: '(يضحك 😀)'}],
          ['+فقرة ثانية 𐎀', ' بعد ', {quotation: '“سطر”'}]
        ]
      },
      {label: 'نورا حدّاد', speaker: 'nura-haddad', said: []},
      {label: null, speaker: null, said: [['صوت من القاعة؟ ', {stage: '(تصفيق)'}]]},
      {label: 'سامي 𞸀', speaker: 'speaker-01', said: [['\u2066ok\u2069, ok']]},
      {label: 'سامي 𞸀', speaker: 'speaker-01', said: [['تابع']]}
    ])
  ]
}
