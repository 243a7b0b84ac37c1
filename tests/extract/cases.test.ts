import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {extractPage} from '../../pipeline/extract/index.ts'
import {holdingFacts} from '../../pipeline/tree/facts.ts'
import {plainText} from '../../pipeline/tree/text.ts'
import type {Article, Fact} from '../../pipeline/tree/types.ts'
import {textBlocks} from '../../pipeline/tree/walk.ts'
import {articleOfSource} from '../support/edition.ts'

/** The article of a page of ours, and the page. */
function articleOf(name: string): {article: Article; html: string} {
  const bytes = readFileSync(new URL(`../cases/${name}/input.html`, import.meta.url))
  const article = articleOfSource(`press/${name}.html`, new Uint8Array(bytes))
  return {article, html: bytes.toString('utf8')}
}

const blocksOf = (article: Article): string[] =>
  [...textBlocks(article)].map((block) => plainText(block.children))

const valuesOf = (article: Article, field: string): unknown[] =>
  holdingFacts(article.metadata, field).map(({value}: Fact) =>
    typeof value === 'object' && 'name' in value ? value.name : value
  )

test('an Arabic page: text, facts and where they stand', () => {
  const {article, html} = articleOf('arabic-page')
  const blocks = blocksOf(article)
  expect(blocks).toHaveLength(3)
  expect(blocks[0]).toMatch(/^دخلت سفينة الصيد/u)
  expect(blocks[1]).toContain('«لم نشك يوماً')
  expect([article.language, article.dir]).toEqual(['ar', 'rtl'])
  expect(valuesOf(article, 'headline')).toEqual([
    'عودة سفينة الصيد «نوارة» إلى مرفأ طرابلس بعد شهرين'
  ])
  expect(valuesOf(article, 'authors')).toEqual(['ليلى حداد'])
  expect(valuesOf(article, 'datePublished')).toEqual(['2024-03-05T18:30:00+02:00'])
  expect(valuesOf(article, 'publisher')).toEqual(['جريدة المرفأ'])
  expect(valuesOf(article, 'url')).toEqual(['https://harbour.example/2024/03/05/nawara'])
  for (const field of ['headline', 'authors', 'datePublished', 'url', 'image']) {
    const [fact] = holdingFacts(article.metadata, field)
    const {start, end} = fact?.position ?? {start: {offset: 0}, end: {offset: 0}}
    const value = valuesOf(article, field)[0]
    expect([field, fact?.basis, html.slice(start.offset, end.offset)]).toEqual([
      field,
      'stated',
      value
    ])
  }
})

test('an interview: turns out of markup, without newsletter, comments and cookie notice', () => {
  const {article} = articleOf('interview-page')
  const dialogue = article.children.find((child) => child.type === 'dialogue')
  const turns = dialogue?.children.filter((child) => child.type === 'turn') ?? []
  expect(turns.map((turn) => turn.label?.value)).toEqual([
    'Tom Barrow',
    'Anna Lind',
    'Tom Barrow',
    'Anna Lind',
    'Tom Barrow',
    'Anna Lind'
  ])
  expect(blocksOf(article).join('\n')).not.toMatch(/newsletter|cookies|Welcome home/u)
  expect(valuesOf(article, 'authors')).toEqual(['Tom Barrow'])
  expect(valuesOf(article, 'datePublished')).toEqual(['2024-03-06T09:15:00+00:00'])
  expect(valuesOf(article, 'section')).toEqual(['People & ships'])
  expect(article.language).toBe('en-GB')
  const reasons = new Map(
    article.source.setAside.map(({reason, value}) => [value, reason])
  )
  expect(reasons.get('Accept all')).toBe('cookie-notice')
  expect(reasons.get('2 comments')).toBe('comments')
})

test('a page of 2006: unclosed paragraphs, a layout table, entities, a printed date', () => {
  const {article} = articleOf('old-blog-page')
  const blocks = blocksOf(article)
  expect(blocks.map((block) => block.slice(0, 12))).toEqual([
    'Gestern kam ',
    'Bis zum Somm',
    'Wer zusehen '
  ])
  expect(valuesOf(article, 'headline')).toEqual(['Ein neuer Mast für die Nawara'])
  expect(valuesOf(article, 'datePublished')).toEqual(['2006-03-12'])
  expect(valuesOf(article, 'authors')).toEqual(['Jens Petersen'])
  // The title of the page has the name of the site: another wording, no second headline.
  expect(article.metadata.headline?.map(({value}) => value)).toEqual([
    'Ein neuer Mast für die Nawara',
    'Logbuch der Werft: Ein neuer Mast für die Nawara'
  ])
  expect(article.metadata.alternativeHeadline).toBe(undefined)
})

test('an author in several blocks is the name, without what stands beside it', () => {
  const {facts} = extractPage(
    `<title>A ship comes home</title><article><h1>A ship comes home</h1><div class="author"><div><span>Anna Lind</span><span>Editor</span></div><div>Port</div></div><p>The ship came into the harbour after two months at sea, and everybody was on the quay.</p></article>`
  )
  expect(
    facts.filter(({field}) => field === 'authors').map(({fact: {value}}) => value)
  ).toEqual([{name: 'Anna Lind'}])
})
