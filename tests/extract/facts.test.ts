import {expect, test} from 'vitest'
import {extractPage} from '../../pipeline/extract/index.ts'

const text =
  'Das Schiff kam am Dienstag nach zwei Monaten auf See in den Hafen, und alle standen am Kai, um es zu sehen und zu begrüßen.'
const english =
  'The ship came into the harbour after two months at sea, and everybody was on the quay to see her and to greet the crew.'

function valuesOf(field: string, head: string, body: string): unknown[] {
  const html = `<!doctype html><title>A ship comes home</title>${head}<article><h1>A ship comes home</h1>${body}</article>`
  return extractPage(html)
    .facts.filter((each) => each.field === field)
    .map(({fact: {value}}) =>
      typeof value === 'object' && 'name' in value ? value.name : value
    )
}
const published = (head: string, body: string): unknown =>
  valuesOf('datePublished', head, body)[0]

test.each([
  ['<p>31.10.23</p>', `<p>${text}</p>`, '2023-10-31'],
  ['<p>Kultur, 2.11.22</p>', `<p>${text}</p>`, '2022-11-02'],
  ['', `<p>29.11.2022 – ${text}</p>`, '2022-11-29'],
  [
    '<p>تهران، ۲ تير ۱۳۹۹</p>',
    `<p>${'کشتی پس از دو ماه به بندر بازگشت و همه در اسکله بودند. '.repeat(3)}</p>`,
    '2020-06-22'
  ],
  [
    '<p>1401/03/15</p>',
    `<p>${'کشتی پس از دو ماه به بندر بازگشت و همه در اسکله بودند. '.repeat(3)}</p>`,
    '2022-06-05'
  ],
  [
    '<p>٥ آذار ٢٠٢٤</p>',
    `<p>${'عادت السفينة إلى المرفأ بعد شهرين في البحر وكان الجميع على الرصيف. '.repeat(3)}</p>`,
    '2024-03-05'
  ]
])('the day of %s%s', (line, body, day) => {
  expect(published('', line + body)).toBe(day)
})

test('an address tells the day, whichever way round it writes it', () => {
  const link = (path: string): string =>
    `<link rel=canonical href="https://harbour.example/${path}">`
  expect(published(link('2024/03/05/ship'), `<p>${english}</p>`)).toBe('2024-03-05')
  expect(published(link('news/29-10-2021'), `<p>${english}</p>`)).toBe('2021-10-29')
  expect(published(link('news/10-11-2021'), `<p>${english}</p>`)).toBeUndefined()
})

test('a day in UTC moves to that of the page only where the page shows no other', () => {
  const stated =
    '<meta property="article:published_time" content="2023-10-30T20:01:18+00:00">'
  const shown = (day: string): string => `<time datetime="${day}">${day}</time>`
  expect(published(stated, `${shown('2023-10-31')}<p>${english}</p>`)).toBe('2023-10-31')
  expect(
    published(stated, `${shown('2023-10-31')}${shown('2023-10-30')}<p>${english}</p>`)
  ).toBe('2023-10-30T20:01:18+00:00')
})

test('what tells of a change holds where nothing tells of publication', () => {
  const changed = '<p>Updated: 31 October 2023</p>'
  expect(published('', `<p>${english}</p>${changed}`)).toBe('2023-10-31')
  expect(
    published('', `<p>${english}</p>${changed}<p>Published: 3 August 2020</p>`)
  ).toBe('2020-08-03')
})

const authors = (head: string, body: string): unknown[] => valuesOf('authors', head, body)

test.each([
  [
    'By Anna Lind, Tom Barrow, and Mara Voss, CNN',
    ['Anna Lind', 'Tom Barrow', 'Mara Voss']
  ],
  ['By Anna Lind, Senior Political Reporter', ['Anna Lind']],
  ['Authored by: Anna Lind', ['Anna Lind']],
  ['Words & images: Anna', ['Anna']],
  ['By Anna Lind 4 Comments', ['Anna Lind']]
])('%s', (line, names) => {
  expect(authors('', `<p>${line}</p><p>${english}</p>`)).toEqual(names)
})

test('a catalogue writes the family name first', () => {
  expect(
    authors(
      '<meta name="citation_author" content="Lind, Anna"><meta name="citation_author" content="Barrow, Tom">',
      `<p>${english}</p>`
    )
  ).toEqual(['Anna Lind', 'Tom Barrow'])
})

test('a byline that names more than the head does holds', () => {
  expect(
    authors(
      '<meta name="author" content="Anna Lind">',
      `<p>By Anna Lind and Tom Barrow</p><p>${english}</p>`
    )
  ).toEqual(['Anna Lind', 'Tom Barrow'])
})

test('a name above its biography, and no button beside it', () => {
  expect(
    authors(
      '',
      `<p>${english}</p><p>${english}</p><h4>Anna Lind</h4><p>Anna Lind is a reporter of the harbour paper.</p>`
    )
  ).toEqual(['Anna Lind'])
  expect(
    authors(
      '',
      `<a href="/authors/anna">More about this author</a><p>By Anna Lind</p><p>${english}</p>`
    )
  ).toEqual(['Anna Lind'])
})

test('the site itself is no author where somebody is named', () => {
  expect(
    authors(
      '<meta property="og:url" content="https://harbour.example/a"><meta name="author" content="harbour">',
      `<div class="byline">Anna Lind</div><p>${english}</p>`
    )
  ).toEqual(['Anna Lind'])
})
