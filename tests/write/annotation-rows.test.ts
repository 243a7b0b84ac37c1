import {expect, test} from 'vitest'
import {gatherRows} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, resultOf} from './page.ts'

const nasty = printNastyArticle('nasty')
const rowsOfNasty = () => gatherRows([resultOf(nasty.article)], bareEdition)

test('quotations give the words between the marks', async () => {
  const {quotations} = await rowsOfNasty()
  expect(quotations.map((row) => [row.text, row.person_id, row.turn_id])).toEqual([
    ['𐎀 نعم', 'nura-haddad', null],
    ['سطر', null, 'nasty.turn-002']
  ])
})

test('dates give the days they can mean', async () => {
  const {dates} = await rowsOfNasty()
  expect(
    dates.map((row) => [row.surface, row.date_start, row.date_end, row.certainty])
  ).toEqual([
    ['😀 14 أكتوبر 2025', '2025-10-14', '2025-10-14', 'explicit'],
    ['أكتوبر', '2025-10-01', '2025-10-31', 'inferred']
  ])
})
