import {expect, test} from 'vitest'
import {extractPage} from '../../pipeline/extract/index.ts'

const english =
  'The ship came into the harbour after two months at sea, and everybody was on the quay to see her and to greet the crew.'
const arabic =
  'عادت السفينة إلى المرفأ بعد شهرين في البحر وكان الجميع على الرصيف. '.repeat(3)

const linked = (author: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({'@type': 'NewsArticle', headline: 'A ship comes home', author})}</script>`

function authorsOf(head: string, body: string, text = english): unknown[] {
  const html = `<!doctype html><title>A ship comes home</title>${head}<article><h1>A ship comes home</h1>${body}<p>${text}</p><p>${text}</p></article>`
  return extractPage(html)
    .facts.filter(({field}) => field === 'authors')
    .map(({fact: {value}}) => value)
}

const anna = {name: 'Anna Lind'}
const agency = (name: string) => ({name, type: 'organisation', kind: 'media'})

test('an agency is an organisation, by its mark or its name', () => {
  expect(authorsOf('<meta name=author content="Reuters">', '')).toEqual([
    agency('Reuters')
  ])
  expect(authorsOf('', '<p>By AFP</p>')).toEqual([agency('AFP')])
  expect(authorsOf('', '<p>بقلم: أ ف ب</p>', arabic)).toEqual([agency('أ ف ب')])
  expect(authorsOf('<meta name=author content="dpa/AFP">', '')).toEqual([
    agency('dpa/AFP')
  ])
})

test('a person beside an agency stays a person', () => {
  expect(authorsOf('<meta name=author content="Anna Lind, Reuters">', '')).toEqual([
    anna,
    agency('Reuters')
  ])
  expect(
    authorsOf('<meta name=author content="Anna Lind The Associated Press">', '')
  ).toEqual([anna, agency('The Associated Press')])
  expect(authorsOf('<meta name=author content="Ani Vardanyan">', '')).toEqual([
    {name: 'Ani Vardanyan'}
  ])
})

test('what structured data calls an organisation is one, and a person who is named holds before it', () => {
  const house = linked({'@type': 'Organization', name: 'Harbour Institute'})
  expect(authorsOf(house, '')).toEqual([
    {name: 'Harbour Institute', type: 'organisation'}
  ])
  expect(authorsOf(house, '<p>By Anna Lind</p>')).toEqual([anna])
  expect(authorsOf(linked({'@type': 'Person', name: 'Anna Lind'}), '')).toEqual([
    {...anna, type: 'person'}
  ])
})

test('a desk is no person, and the name of an account only where nobody else is named', () => {
  expect(authorsOf('', '<p>Von Redaktion</p>')).toEqual([
    {name: 'Redaktion', type: 'organisation'}
  ])
  expect(
    authorsOf('<meta name=author content="anna_lind">', '<p>By Anna Lind</p>')
  ).toEqual([anna])
  expect(authorsOf('<meta name=author content="anna_lind">', '')).toEqual([
    {name: 'anna_lind'}
  ])
})

test('a name beside the day is that of the author, a section or a place is not', () => {
  expect(authorsOf('', '<p>Anna Lind · 3 March 2017</p>')).toEqual([anna])
  expect(authorsOf('', '<p>3 March 2017 | 13:10 | Anna Lind</p>')).toEqual([anna])
  expect(authorsOf('', '<p>Anna Lind</p><p>3 March 2017</p>')).toEqual([anna])
  expect(authorsOf('', '<p>Harbour Crew | 3 March 2017</p>')).toEqual([])
  expect(authorsOf('', '<p>Port Louis, 3 March 2017</p>')).toEqual([])
})

test('offices, degrees and what is told of somebody are left out', () => {
  for (const written of [
    'Anna Lind, Head of Marketing and Community Development',
    'Anna Lind Senior Writer',
    'Anna Lind, MD, physician, Harbour Hospital',
    'This post was written by Anna Lind',
    'Alle Artikel von Anna Lind'
  ])
    expect(authorsOf(`<meta name=author content="${written}">`, '')).toEqual([anna])
})

test('who reviewed an article did not write it', () => {
  const links =
    '<p>By <a rel=author href="/author/anna">Anna Lind</a>. Reviewed by <a rel=author href="/author/per">Per Berg</a></p>'
  expect(authorsOf('', links)).toEqual([anna])
})

test('two names that an Arabic letter joins are two', () => {
  expect(authorsOf('', '<p>كتب: أحمد علي وسلمى حسن</p>', arabic)).toEqual([
    {name: 'أحمد علي'},
    {name: 'سلمى حسن'}
  ])
  expect(authorsOf('', '<p>كتب: أحمد وليد</p>', arabic)).toEqual([{name: 'أحمد وليد'}])
})
