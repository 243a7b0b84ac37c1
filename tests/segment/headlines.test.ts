import {expect, test} from 'vitest'
import type {Article} from '../../pipeline/tree/types.ts'
import {turns, walk} from '../../pipeline/tree/walk.ts'
import {treeOf} from '../../tools/eval-score.ts'

const english = `Bo Ek: Will you sell the harbour?

Ruth Calder: No. It is ours.

Bo Ek: Who asks for it?

Ruth Calder: Nobody asks. They write letters.

Bo Ek: And what do you write?

Ruth Calder: That we are at work.
`
const arabic = `سامي نصر: متى بدأتِ العمل؟

نادية حداد: بدأت في العشرين من عمري.

سامي نصر: ولماذا الورق؟

نادية حداد: لأنه يحفظ كل شيء.
`

const read = (text: string): Article => treeOf(text) ?? expect.fail()
const headlineOf = (article: Article) => article.metadata.headline?.[0]?.value
const firstTurn = (article: Article) => [...turns(article)][0]?.position.start.line

test.each([
  ['in quotation marks', 'Ruth Calder: “We will not sell”\n\n', english],
  ['in quotation marks, in capitals', 'RUTH CALDER: “WE WILL NOT SELL.”\n\n', english],
  [
    'over a lede, unlike the speeches',
    'Ruth Calder: we will not sell\n\nThe harbour has been for sale for a year.\n\n',
    english
  ],
  [
    'over a date and a byline',
    'Ruth Calder: Who owns the harbour?\n3 May 2024\nBy Bo Ek\n\n',
    english
  ],
  [
    'over a lede that names her',
    'Ruth Calder: Who owns the harbour?\n\nRuth Calder has kept it for a year.\n\n',
    english
  ],
  [
    'under the outlet and the date',
    'Harbour Gazette\n3 May 2024\nRuth Calder: we will not sell\n\nThe harbour is closed.\n\n',
    english
  ],
  [
    'of Arabic',
    'نادية حداد: الورق يتذكّر كل يد مرّت عليه\n\nحوار: سامي نصر\n3 مايو 2024\n\nتعمل في ترميم المخطوطات منذ عشرين عاماً.\n\n',
    arabic
  ],
  [
    'in French',
    'Ruth Calder : « Nous ne vendrons pas »\n\nLe port est fermé depuis un an.\n\n',
    english.replaceAll(':', ' :')
  ]
])('the headline `Name: quotation`, %s, is no turn', (_, head, talk) => {
  const article = read(head + talk)
  const lines = head.split('\n')
  const headline = lines.find((line) => /^(?:ruth calder|نادية حداد) ?:/iu.test(line))
  expect(headlineOf(article)).toBe(headline)
  expect(firstTurn(article)).toBe(lines.length)
})

test.each([
  ['from the first line on', english],
  ['in Arabic', arabic],
  [
    'with an introduction',
    `Bo Ek: Welcome.\n\nToday we talk of the harbour.\n\n${english}`
  ],
  [
    'with one who names himself',
    `Bo Ek: Good evening.\n\nI am Bo Ek, and this is the harbour's hour.\n\n${english}`
  ],
  ['with a sentence broken off', `Ruth Calder: So we\n${english}`],
  ['with a direction', `Ruth Calder: Where is he?\n(Ruth Calder laughs.)\n${english}`]
])('a transcript %s begins with its first turn', (_, text) => {
  const article = read(text)
  expect(headlineOf(article)).toBeUndefined()
  expect(firstTurn(article)).toBe(1)
})

test('a headline right above the first turn heads the article, not its dialogue', () => {
  const article = read(`The harbour is not for sale\n\n${english}`)
  expect(headlineOf(article)).toBe('The harbour is not for sale')
  expect(article.children.map(({type}) => type)).toEqual(['dialogue'])
})

test('a label with nothing behind it opens no turn, and is kept', () => {
  const article = read(english.replace('No. It is ours.', '\u202C'))
  const said = [...turns(article)].map(({label}) => label?.value)
  expect(said).toEqual(['Bo Ek', 'Bo Ek', 'Ruth Calder', 'Bo Ek', 'Ruth Calder'])
  const kept = [...walk(article)].find(({position}) => position.start.line === 3)
  expect(kept?.type).toBe('heading')
})
