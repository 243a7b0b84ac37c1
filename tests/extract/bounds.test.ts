import {expect, test} from 'vitest'
import {maskDeep} from '../../pipeline/extract/depth.ts'
import {extractPage} from '../../pipeline/extract/index.ts'

const sentence =
  'The ship came into the harbour after two months at sea, and everybody was on the quay. '

test('elements nested a hundred thousand deep keep their text', () => {
  const deep = 100_000
  const html = `<article><h1>A ship</h1><p>${sentence}</p>${'<div>'.repeat(deep)}${sentence.repeat(3)}${'</div>'.repeat(deep)}</article>`
  expect(maskDeep(html)).toHaveLength(html.length)
  const {lines} = extractPage(html)
  expect(lines.some(({text}) => text === sentence.repeat(3).trim())).toBe(true)
})

test.each([
  '<b>',
  '<a href=x>',
  '<table><tr><td>',
  '<ul><li>',
  '<font color=red>',
  '<p><b a=1>'
])('%s that is never closed ends, and its text is kept', (tag) => {
  const {lines} = extractPage(`<h1>A ship</h1>${`${tag}word `.repeat(2_000)}`)
  const words = lines
    .flatMap(({text}) => text.split(' '))
    .filter((word) => word === 'word')
  expect(words).toHaveLength(2_000)
})

test('a page of ten megabytes is read to its end', () => {
  const {lines} = extractPage(
    `<title>A ship</title><article><h1>A ship</h1>${`<p>${sentence.repeat(4)}&amp; more.</p>\n`.repeat(27_000)}</article>`
  )
  expect(lines).toHaveLength(27_001)
  expect(lines.at(-1)?.text.endsWith('& more.')).toBe(true)
}, 120_000)

test('behind <plaintext> all is text', () => {
  const {lines} = extractPage(`<p>${sentence}</p><plaintext>a <b>c\nd`)
  expect(lines.map(({text}) => text)).toEqual([sentence.trim(), 'a <b>c', 'd'])
})

test('scripts are passed over, and what stands behind them keeps its place', () => {
  const code = `<script>${'let a = "</p>";'.repeat(50)}</script>`
  const html = `<h1>A ship</h1>${code}<p>${sentence}</p><style>${'p {} '.repeat(99)}</style><p>The end.</p>`
  const {lines} = extractPage(html)
  expect(lines.map(({text}) => text)).toEqual(['A ship', sentence.trim(), 'The end.'])
  for (const {runs} of lines)
    for (const {text, start, end} of runs) expect(html.slice(start, end)).toBe(text)
})
