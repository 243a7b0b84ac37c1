import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {resultsOf} from '../chain.ts'
import {gatherRows} from './gather.ts'
import {bareEdition} from './page.ts'

const results = await resultsOf('sources')
const rows = await gatherRows(results, bareEdition)
const call = 'witkoff-ushakov-call'

test('the tables of the seed have its 44 turns, 22 by each speaker', () => {
  const turns = rows.turns.filter((row) => row.article_id === call)
  const speakers = turns.map((row) => row.speaker_name)
  expect(turns.map((row) => row.position)).toEqual(
    Array.from({length: 44}, (_, n) => n + 1)
  )
  expect(speakers.filter((name) => name === 'ستيف ويتكوف')).toHaveLength(22)
  expect(speakers.filter((name) => name === 'يوري أوشاكوف')).toHaveLength(22)
  expect(turns[22]).toMatchObject({start_line: 49, end_line: 51})
  expect(turns.flatMap((row) => row.stage_directions ?? [])).toEqual([
    '(ضاحكاً)',
    '(ضاحكاً)'
  ])
})

test('every text and its offsets agree with the bytes of its source', () => {
  const texts = [...rows.turns, ...rows.paragraphs, ...rows.quotations]
  const surfaces = [...rows.mentions, ...rows.dates]
  const slices = [
    ...texts.map((row) => ({...row, words: row.text ?? ''})),
    ...surfaces.map((row) => ({...row, words: row.surface}))
  ]
  for (const {source_id, path} of rows.sources) {
    const source = [...readFileSync(`sources/${path}`, 'utf8').replace(/^\uFEFF/, '')]
    const own = slices.filter((row) => row.article_id === source_id)
    expect(own.length).toBeGreaterThan(0)
    for (const {words, start_char, end_char} of own) {
      expect(source.slice(start_char, end_char).join('')).toBe(words)
    }
  }
})

test('the tables of the seed say when it was printed and when the call was', () => {
  const [article] = rows.articles.filter((row) => row.article_id === call)
  expect(article).toMatchObject({
    published_text: '26 نوفمبر 2025 10:51',
    published_local: '2025-11-26T10:51:00',
    paragraph_count: 9,
    turn_count: 44,
    publisher_id: 'sinai-news'
  })
  const [dialogue] = rows.dialogues.filter((row) => row.article_id === call)
  const date = rows.dates.find((row) => row.date_id === dialogue?.date_id)
  expect(date).toMatchObject({surface: '14 أكتوبر', edtf: '2025-10-14'})
  expect(dialogue).toMatchObject({
    duration_text: 'لأكثر من خمس دقائق',
    disclosed_by: 'bloomberg'
  })
})
