import {expect, test} from 'vitest'
import {gatherRows} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, resultOf} from './page.ts'

const nasty = printNastyArticle('nasty')
const rowsOfNasty = () => gatherRows([resultOf(nasty.article)], bareEdition)

test('turns reply to the last turn by somebody else', async () => {
  const {turns} = await rowsOfNasty()
  expect(turns.map((row) => row.reply_to?.slice('nasty.'.length))).toEqual([
    undefined,
    'turn-001',
    'turn-002',
    undefined,
    'turn-003',
    'turn-003'
  ])
})

test('turns leave empty what nobody can tell', async () => {
  const {turns} = await rowsOfNasty()
  expect(turns[2]).toMatchObject({
    speaker_label: 'نورا حدّاد',
    text: null,
    text_norm: null,
    chars: 0
  })
  expect(turns[3]).toMatchObject({
    speaker_id: null,
    speaker_name: null,
    speaker_label: null,
    confidence: null
  })
})

test('turns count words and ask questions without their stage directions', async () => {
  const {turns} = await rowsOfNasty()
  expect(turns[3]).toMatchObject({
    words: 3,
    is_question: true,
    stage_directions: '(تصفيق)'
  })
  expect(turns[0]).toMatchObject({words: 2, is_question: true, stage_directions: null})
  expect(turns[4]).toMatchObject({is_question: false})
})

test('turns have a search form beside their text', async () => {
  const {turns} = await rowsOfNasty()
  expect(turns[5]?.text_norm).toBe('تابع')
})
