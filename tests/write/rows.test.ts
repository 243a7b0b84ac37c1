import {expect, test} from 'vitest'
import type {Cell} from '../../pipeline/tree/column.ts'
import {type TableName, tableList} from '../../pipeline/tree/tables.ts'
import {editionRows} from '../../pipeline/write/rows.ts'
import {gatherRows} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, resultOf, streamOf} from './page.ts'

const nasty = printNastyArticle('nasty')
const rowsOfNasty = () => gatherRows([resultOf(nasty.article)], bareEdition)

/** Python's `source[start:end]`: code points. */
const slice = (source: string, start: number, end: number): string =>
  [...source].slice(start, end).join('')

test.each(['lf', 'crlf'] as const)(
  'offsets slice the source back in code points (%s)',
  async (newline) => {
    const {article, source} = printNastyArticle('nasty', newline)
    const rows = await gatherRows([resultOf(article)], bareEdition)
    const slices = [
      ...[...rows.turns, ...rows.paragraphs, ...rows.quotations].map((row) => ({
        ...row,
        words: row.text ?? ''
      })),
      ...[...rows.mentions, ...rows.dates].map((row) => ({...row, words: row.surface}))
    ]
    expect(slices.length).toBeGreaterThan(20)
    for (const {words, start_char, end_char} of slices) {
      expect(slice(source, start_char, end_char)).toBe(words)
    }
  }
)

test('keys are unique, and every reference has its row', async () => {
  const results = ['first', 'second'].map((slug) =>
    resultOf(printNastyArticle(slug).article)
  )
  const rows = await gatherRows(results, bareEdition)
  const cells = (table: TableName): Readonly<Record<string, Cell>>[] => [...rows[table]]
  for (const {name, key, columnList} of tableList) {
    const keys = cells(name).map((row) => row[key])
    expect(new Set(keys).size).toBe(keys.length)
    for (const column of columnList) {
      const target = tableList.find((table) => table.name === column.references)
      if (!target) continue
      const known = new Set(cells(target.name).map((row) => row[target.key]))
      const values = cells(name)
        .map((row) => row[column.name])
        .filter((cell) => cell !== null)
      expect(values.filter((value) => !known.has(value ?? null))).toEqual([])
    }
  }
})

test('keys order the rows of an article, by number where they are numbered', async () => {
  const {turns, paragraphs} = await rowsOfNasty()
  expect(turns.map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6])
  expect(paragraphs.map((row) => row.paragraph_id.slice('nasty.'.length))).toEqual([
    'dateline',
    'h-01',
    'headline',
    'p-001',
    'p-002',
    'turn-001-u1',
    'turn-002-u1',
    'turn-002-u2',
    'turn-004-u1',
    'turn-005-u1',
    'turn-006-u1'
  ])
})

test('rows come a batch a source, so that no edition is ever held', async () => {
  const results = ['first', 'second', 'third'].map((slug) =>
    resultOf(printNastyArticle(slug).article)
  )
  const batches = []
  for await (const batch of editionRows(streamOf(results), bareEdition))
    batches.push(batch)
  expect(batches.map((batch) => batch.articles?.length)).toEqual([1, 1, 1, undefined])
})
