import {expect, test} from 'vitest'
import {gatherRows} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, resultOf} from './page.ts'

const nasty = printNastyArticle('nasty')

test('articles have a time only where one is known, and a zone only where it is the one read in', async () => {
  const fact = nasty.article.metadata.datePublished?.[0]
  const publish = async (value: string, timeZone: string) => {
    const metadata = fact ? {datePublished: [{...fact, value}]} : {}
    const collections = [{id: 'news', timeZone}]
    const result = resultOf({...nasty.article, metadata})
    const {articles} = await gatherRows([result], {...bareEdition, collections})
    return [articles[0]?.published_local, articles[0]?.published_tz]
  }
  expect(await publish('2025-10-14', 'Africa/Cairo')).toEqual([null, null])
  expect(await publish('2025-10-14T10:51', 'Africa/Cairo')).toEqual([
    '2025-10-14T10:51:00',
    null
  ])
  expect(await publish('2025-11-26T10:51:00+02:00', 'Africa/Cairo')).toEqual([
    '2025-11-26T10:51:00',
    'Africa/Cairo'
  ])
  expect(await publish('2025-11-26T10:51:00+03:00', 'Africa/Cairo')).toEqual([
    '2025-11-26T10:51:00',
    null
  ])
  expect(await publish('2025-11-26T10:51:00Z', 'Africa/Abidjan')).toEqual([
    '2025-11-26T10:51:00',
    'Africa/Abidjan'
  ])
})
