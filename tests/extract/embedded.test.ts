import {expect, test} from 'vitest'
import {plainText} from '../../pipeline/tree/text.ts'
import {textBlocks} from '../../pipeline/tree/walk.ts'
import {processSource} from '../support/edition.ts'

const paragraphs = [
  'The ship “Nawara” came into the harbour on Tuesday after two months at sea, and everybody was on the quay to see her.',
  'Her master, Salim Haddad, said that the nets had been full from the first day, and that nobody had wanted to turn back.',
  'The harbour office counted eleven tons of fish, more than any other boat of the town has landed since the year 2009.',
  'On Friday the crew will be received by the mayor; until then, as one of them put it, they are going to sleep & eat.',
  'The next voyage is to begin in April, with a new mast that is being made in the yard behind the old lighthouse.'
]

function read(script: string): {blocks: string[]; slices: string[]; rules: string[]} {
  const html = `<!doctype html><html lang="en"><title>The Nawara is home</title><body><h1>The Nawara is home</h1><div><p>${paragraphs[0]}</p></div>${script}<footer>Imprint and contact</footer></body></html>`
  const {article, messages} = processSource('press/nawara.html', html)
  if (!article) throw new Error(JSON.stringify(messages))
  const blocks = [...textBlocks(article)]
  return {
    blocks: blocks.map((block) => plainText(block.children)),
    slices: blocks.map(({position: {start, end}}) =>
      html.slice(start.offset, end.offset)
    ),
    rules: messages.map(({rule}) => rule)
  }
}

test('a body that a page holds as pieces in the data of a script follows what it prints', () => {
  const content = paragraphs.map((value) => ({
    type: 'paragraph',
    content: [
      {type: 'text', value: value.slice(0, 40)},
      {type: 'text', value: value.slice(40)}
    ]
  }))
  const data = {props: {menu: ['News', 'Sport'], story: {body: {content}}}}
  const json = JSON.stringify(data).replaceAll('&', '\\u0026')
  const {blocks, slices, rules} = read(
    `<script id="__NEXT_DATA__" type="application/json">${json}${' '.repeat(999)}</script>`
  )
  expect(blocks).toEqual(paragraphs)
  expect(slices[1]).toContain('Salim Haddad')
  expect(slices[3]).toContain('\\u0026')
  expect(rules.filter((rule) => rule.startsWith('validate/'))).toEqual([])
})

test('so does one that is markup in a string', () => {
  const html = paragraphs.map((text) => `<p>${text.replace('&', '&amp;')}</p>`).join('\n')
  const {blocks, rules} = read(
    `<script>window.__STATE__ = ${JSON.stringify({article: {id: 7, contentHtml: html}, pad: 'x'.repeat(999)}).replaceAll('</', '<\\/')};</script>`
  )
  expect(blocks).toEqual(paragraphs)
  expect(rules.filter((rule) => rule.startsWith('validate/'))).toEqual([])
})

test('the data of other articles are none of this one', () => {
  const others = paragraphs.map((text) => ({text: text.replaceAll(/[aeiou]/gu, 'o')}))
  const json = JSON.stringify({related: others, pad: 'x'.repeat(999)})
  const {blocks} = read(`<script type="application/json">${json}</script>`)
  expect(blocks).toEqual([paragraphs[0]])
})

test('a body that stands before what is printed holds in its place', () => {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    articleBody: paragraphs.join('\n\n'),
    pad: 'x'.repeat(999)
  }
  const html = `<!doctype html><html lang="en"><title>The Nawara is home</title><script type="application/ld+json">${JSON.stringify(data)}</script><body><h1>The Nawara is home</h1><div><p>${paragraphs[0]}</p></div><footer>Imprint and contact</footer></body></html>`
  const {article, messages} = processSource('press/nawara.html', html)
  expect(messages.filter(({severity}) => severity === 'error')).toEqual([])
  const blocks = article ? [...textBlocks(article)] : []
  expect(blocks.map((block) => plainText(block.children))).toEqual(paragraphs)
  expect(article?.source.setAside).toContainEqual(
    expect.objectContaining({value: paragraphs[0], reason: 'repeated'})
  )
})

test('a body among printed lines of which it has not all is left alone: they would change places', () => {
  const note =
    'The yard behind the lighthouse asked us to say that it has no mast to give away this year.'
  const json = JSON.stringify({story: {content: paragraphs.map((text) => ({text}))}})
  const html = `<!doctype html><html lang="en"><title>The Nawara is home</title><body><h1>The Nawara is home</h1><article><p>${paragraphs[0]}</p><script type="application/json">${json}</script><p>${note}</p></article></body></html>`
  const {article, messages} = processSource('press/nawara.html', html)
  expect(messages.filter(({severity}) => severity === 'error')).toEqual([])
  const blocks = article ? [...textBlocks(article)] : []
  expect(blocks.map((block) => plainText(block.children))).toEqual([paragraphs[0], note])
})
