import {expect, test} from 'vitest'
import {loadReader} from '../../pipeline/read/index.ts'
import {print} from '../../pipeline/run/extraction.ts'
import {plainText} from '../../pipeline/tree/text.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {textBlocks} from '../../pipeline/tree/walk.ts'
import {articleOfSource, processSeed, processText} from '../support/edition.ts'

await loadReader('back.md')

const blocksOf = (article: Article): string[] =>
  [...textBlocks(article)].map((block) => plainText(block.children))

function readBack(text: string): Article {
  const article = articleOfSource('press/back.md', text)
  return article
}

const valuesOf = ({metadata}: Article, field: string): unknown[] =>
  (metadata[field] ?? []).map(({value}) => value)

test('front matter, headline, paragraphs, speakers in full', () => {
  const {article} = processText(
    'A ship: comes "home"\n5 March 2024\nBy Anna Lind\n\nWe met on board.\n\nAnna Lind: How was it?\n\nMia Ek: Rough, and cold.\n\nLind: And then?\n\nMia Ek: Then we came home.\n\nLind: For long?\n\nMia Ek: Until Easter.\n'
  )
  expect(print(article, 'markdown')).toBe(`---
title: 'A ship: comes "home"'
authors:
  - Anna Lind
date: 2024-03-05
lang: en
---

# A ship: comes "home"

We met on board.

**Anna Lind:** How was it?

**Mia Ek:** Rough, and cold.

**Anna Lind:** And then?

**Mia Ek:** Then we came home.

**Anna Lind:** For long?

**Mia Ek:** Until Easter.
`)
})

test('what would be a mark of Markdown is text, and reads back as it was', () => {
  const lines = [
    '# No heading, * no list * and _no_ emphasis in this line of text.',
    '1. The first of the marks [in brackets](that lead nowhere) & so on.',
    '> Not a quotation, `not code`, <b>not bold</b> and ~~not gone~~ at all.',
    '- One \\ backslash, a | bar, and https://harbour.example/a_b_c for all.',
    '+ Three --- hyphens === and equal signs, &amp; no reference to decode.'
  ]
  const {article} = processText(
    `A ship comes home\n5 March 2024\n\n${lines.join('\n\n')}\n`
  )
  expect(blocksOf(article)).toEqual(lines)
  expect(blocksOf(readBack(print(article, 'markdown')))).toEqual(lines)
})

test('the seed reads back with the same words and the same facts', () => {
  const {article} = processSeed()
  const back = readBack(print(article, 'markdown'))
  expect(valuesOf(back, 'headline')[0]).toBe(valuesOf(article, 'headline')[0])
  expect(valuesOf(back, 'datePublished')[0]).toBe(valuesOf(article, 'datePublished')[0])
  expect(back.language).toBe(article.language)
  const wordsOf = (each: Article): string =>
    blocksOf(each).join(' ').replace(/\s+/gu, ' ')
  expect(wordsOf(back)).toBe(wordsOf(article))
})
