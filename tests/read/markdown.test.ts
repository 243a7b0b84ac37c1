import {expect, test} from 'vitest'
import {loadReader} from '../../pipeline/read/index.ts'
import {markdownRuns} from '../../pipeline/read/markdown-runs.ts'
import {plainText} from '../../pipeline/tree/text.ts'
import type {Article, Fact} from '../../pipeline/tree/types.ts'
import {textBlocks, walk} from '../../pipeline/tree/walk.ts'
import {articleOfSource} from '../support/edition.ts'

await loadReader('ship.md')

function articleOf(text: string): Article {
  const article = articleOfSource('press/ship.md', text)
  return article
}

const blocksOf = (article: Article): string[] =>
  [...textBlocks(article)].map((block) => plainText(block.children))

const body =
  'The ship came into the harbour after two months at sea, and everybody on the quay sang.'

test('front matter gives facts with their places; what it says else is set aside', () => {
  const text = `---\r
title: "A ship comes home"\r
\r
author:\r
  - Anna Lind\r
  - name: 'Bo Ek'\r
date: 2024-03-05 18:30:00 +0200\r
lang: en-ie\r
tags: [ships, "the sea"]\r
canonical: https://harbour.example/ship\r
layout: post\r
---\r
\r
# A ship comes home\r
\r
${body}\r
`
  const article = articleOf(text)
  const facts = Object.entries(article.metadata).flatMap(([field, list]) =>
    list.flatMap((fact: Fact) => {
      if (fact.rule !== 'read/front-matter' || !fact.position) return []
      const {start, end} = fact.position
      const value =
        typeof fact.value === 'object' && 'name' in fact.value
          ? fact.value.name
          : fact.value
      return [[field, value, fact.basis, text.slice(start.offset, end.offset)]]
    })
  )
  expect(facts).toEqual([
    ['headline', 'A ship comes home', 'stated', 'A ship comes home'],
    ['authors', 'Anna Lind', 'stated', 'Anna Lind'],
    ['authors', 'Bo Ek', 'stated', 'Bo Ek'],
    ['datePublished', '2024-03-05T18:30:00+02:00', 'stated', '2024-03-05 18:30:00 +0200'],
    ['keywords', 'ships', 'stated', 'ships'],
    ['keywords', 'the sea', 'stated', 'the sea'],
    ['inLanguage', 'en-IE', 'stated', 'en-ie'],
    ['url', 'https://harbour.example/ship', 'stated', 'https://harbour.example/ship']
  ])
  expect(blocksOf(article)).toEqual([body])
  const aside = article.source.setAside.map(({reason, value}) => [reason, value])
  expect(aside).toContainEqual(['front-matter', 'layout: post'])
  expect(aside).toContainEqual(['repeated-masthead', 'A ship comes home'])
})

test('without front matter the head of the text tells headline and date', () => {
  const article = articleOf(`# A ship comes home\n\n5 March 2024\n\n${body}\n`)
  expect(article.metadata.headline?.[0]?.value).toBe('A ship comes home')
  expect(article.metadata.datePublished?.[0]?.value).toBe('2024-03-05')
  expect(blocksOf(article)).toEqual([body])
})

test('each leaf stands in the source as it is printed, through escapes, quotations and breaks', () => {
  const text = `# A ship comes home

The *ship* came\\* into the harbour &amp; \`the \\* quay\`,
and a [link](https://harbour.example "title") stood  
there.

> She said: it was
> rough \\> cold.

## The mast

~~~text
two lines
  of code
~~~

<div>raw <b>html</b></div>

**Anna Lind:** How was it?

**Bo Ek:** Cold.

**Anna Lind:** And then?

**Bo Ek:** Home.
`
  const article = articleOf(text)
  const all = blocksOf(article).join('\n')
  expect(all).toContain(
    'The ship came* into the harbour & the \\* quay, and a link stood'
  )
  expect(all).toContain('She said: it was rough > cold.')
  expect(all).toMatch(/two lines\n\s*of code/u)
  expect(article.children.map(({type}) => type)).toContain('dialogue')
  expect(article.source.setAside.map(({reason}) => reason)).toContain('raw-html')
  for (const node of walk(article)) {
    if (node.type !== 'text') continue
    const written = text.slice(node.position.start.offset, node.position.end.offset)
    const print = written.replace(/\\([!-/:-@[-`{-~])/gu, '$1').replace('&amp;', '&')
    const flat = (value: string): string => value.replace(/\s+/gu, ' ').trim()
    expect([flat(written), flat(print)]).toContain(flat(node.value))
  }
})

test('text that looks like a fence of front matter is text', () => {
  const article = articleOf(
    `A ship comes home\n\n5 March 2024\n\n${body}\n\n---\n\nThe end of it.\n`
  )
  expect(blocksOf(article)).toEqual([body, 'The end of it.'])
})

test('runs of a text follow it from escape to reference to line', () => {
  const source = '> a\\*b &lt; c  \n> d'
  const span = {start: 0, end: source.length, keepsLines: false, isRaw: false}
  const runs = markdownRuns(source, 'a*b < c\nd', span)
  expect(runs.map(({text}) => text).join('')).toBe('a*b < c d')
  expect(runs.map(({start, end}) => source.slice(start, end))).toEqual([
    'a',
    '\\*',
    'b ',
    '&lt;',
    ' c',
    '\n',
    'd'
  ])
})
