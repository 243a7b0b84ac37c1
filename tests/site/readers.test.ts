import {extractFromHtml} from '@extractus/article-extractor'
import {Readability} from '@mozilla/readability'
import {Defuddle} from 'defuddle/node'
import {parseHTML} from 'linkedom'
import openGraph from 'open-graph-scraper'
import {expect, test} from 'vitest'
import {articlePage} from '../../pipeline/site/article.ts'
import {processSeed} from '../support/edition.ts'

const {article, edition} = processSeed()
const [file] = articlePage.article?.(article, edition) ?? []
const page = String(file?.bytes)
const address = 'https://warraq.example/articles/witkoff-ushakov-call/'
const headline = 'مكالمة سرية مسربة بين مبعوث ترامب ومستشار بوتين مهدت لخطة سلام أوكرانيا'
const published = Date.parse('2025-11-26T10:51:00+02:00')
const lastWords = 'وداعاً'

test('Readability finds headline, date, language and the text to its end', () => {
  const found = new Readability(parseHTML(page).document).parse()
  expect(found?.title).toBe(headline)
  expect(Date.parse(found?.publishedTime ?? '')).toBe(published)
  expect(found?.lang).toBe('ar')
  expect(found?.textContent).toContain(lastWords)
})

test('Defuddle finds headline, date, language and the text to its end', async () => {
  const found = await Defuddle(parseHTML(page).document, address)
  expect(found.title).toBe(headline)
  expect(Date.parse(found.published)).toBe(published)
  expect(found.language).toBe('ar')
  expect(found.content).toContain(lastWords)
})

test('article-extractor finds headline, date, address, picture and the text to its end', async () => {
  const found = await extractFromHtml(page, address)
  expect(found?.title).toBe(headline)
  expect(Date.parse(found?.published ?? '')).toBe(published)
  expect(found?.url).toBe(address)
  expect(found?.image).toBe(`${address}card.png`)
  expect(found?.content).toContain(lastWords)
})

test('open-graph-scraper finds headline, date, address, publisher, language and picture', async () => {
  const {error, result} = await openGraph({html: page, customMetaTags: []})
  expect(error).toBe(false)
  expect(result.ogTitle).toBe(headline)
  expect(Date.parse(result.articlePublishedTime ?? '')).toBe(published)
  expect(result.ogUrl).toBe(address)
  expect(result.ogLocale).toBe('ar')
  expect(result.dcPublisher).toBe('سيناء الإخبارية')
  expect(result.ogImage?.[0]?.url).toBe(`${address}card.png`)
  const [data] = result.jsonLD ?? []
  expect(data).toMatchObject({
    headline,
    datePublished: '2025-11-26T10:51:00+02:00',
    inLanguage: 'ar',
    publisher: {name: 'سيناء الإخبارية'}
  })
})
