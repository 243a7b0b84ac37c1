import {parse} from 'csv-parse/sync'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Result} from '../../pipeline/source/types.ts'
import type {Cell} from '../../pipeline/tree/column.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {articleCsv, csvTables, excelTables} from '../../pipeline/write/csv.ts'
import {gatherRows, writeAll, writeTextTables} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, createPage, printParagraph, resultOf, toArticle} from './page.ts'

/** As an independent reader of RFC 4180 has it; it throws where a file is not well formed. */
const readBack = (text: string): Record<string, string>[] =>
  parse(text, {columns: true, record_delimiter: '\n'})

const printed = (row: Readonly<Record<string, Cell>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, String(cell ?? '')])
  )

async function expectReadBack(results: readonly Result[]): Promise<void> {
  const files = await writeTextTables(csvTables, results, bareEdition)
  const rows = await gatherRows(results, bareEdition)
  for (const {name} of tableList) {
    expect(readBack(files.get(`data/${name}.csv`) ?? '')).toEqual(rows[name].map(printed))
  }
}

test('CSV reads back cell by cell', async () => {
  const articles = [printNastyArticle('first'), printNastyArticle('second', 'crlf')]
  await expectReadBack(articles.map(({article}) => resultOf(article)))
})

test('CSV reads back whatever a paragraph holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({unit: 'binary', minLength: 1}), async (words) => {
      const page = createPage()
      const children = [printParagraph(page, 1, [words])]
      const article = toArticle(page, {
        slug: 'any',
        metadata: {},
        entities: [],
        children
      })
      await expectReadBack([resultOf(article)])
    }),
    {numRuns: 50}
  )
})

test('CSV has every table of an empty edition, a header alone', async () => {
  const files = await writeTextTables(csvTables, [], bareEdition)
  expect([...files.keys()]).toEqual(tableList.map(({name}) => `data/${name}.csv`))
  for (const {name, columnList} of tableList) {
    const header = columnList.map((column) => column.name).join(',')
    expect(files.get(`data/${name}.csv`)).toBe(`${header}\n`)
  }
})

test('CSV quotes what needs quotes and nothing else', async () => {
  const {article} = printNastyArticle('first')
  const files = await writeTextTables(csvTables, [resultOf(article)], bareEdition)
  const articles = files.get('data/articles.csv') ?? ''
  expect(articles.split('\n')[1]).toMatch(
    /^first,first,"=HYPERLINK\(""x""\), ""قال 𞸀""",,,ar,rtl,😀 14 أكتوبر 2025,/
  )
  const turns = files.get('data/turns.csv') ?? ''
  expect(turns).toContain(',"@نعم، نورا (يضحك 😀)\n\n+فقرة ثانية 𐎀 بعد “سطر”",')
  expect(turns.endsWith(',\n') || turns.endsWith('0.9\n')).toBe(true)
})

test('CSV gives the same tables of entities in whatever order the articles come', async () => {
  const results = ['first', 'second'].map((slug) =>
    resultOf(printNastyArticle(slug).article)
  )
  const files = await writeTextTables(csvTables, results, bareEdition)
  const reversed = await writeTextTables(csvTables, results.toReversed(), bareEdition)
  for (const table of ['people', 'organisations', 'places', 'names']) {
    expect(reversed.get(`data/${table}.csv`)).toBe(files.get(`data/${table}.csv`))
  }
})

test("CSV lets ids stand alone in an article's own file", async () => {
  const {article} = printNastyArticle('first')
  const files = await writeAll(articleCsv, [resultOf(article)], bareEdition)
  const turns = readBack(files.get('articles/first/article.csv') ?? '')
  expect(turns.map((turn) => turn.turn_id)).toEqual([
    'turn-001',
    'turn-002',
    'turn-003',
    'turn-004',
    'turn-005',
    'turn-006'
  ])
  expect(turns[1]).toMatchObject({
    dialogue_id: 'transcript',
    article_id: 'first',
    reply_to: 'turn-001',
    speaker_id: 'transcript.speaker-01'
  })
})

test('CSV for spreadsheets hides no text and runs no formula', async () => {
  const results = [resultOf(printNastyArticle('first').article)]
  const files = await writeTextTables(excelTables, results, bareEdition)
  const rows = await gatherRows(results, bareEdition)
  expect([...files.keys()]).toEqual(tableList.map(({name}) => `data/excel/${name}.csv`))
  let escaped = 0
  for (const {name} of tableList) {
    const text = files.get(`data/excel/${name}.csv`) ?? ''
    expect(text.startsWith('\uFEFF')).toBe(true)
    const cells = parse(text, {bom: true, columns: true, record_delimiter: '\r\n'})
    const expected = rows[name].map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, cell]) => {
          const isFormula = typeof cell === 'string' && /^[=+@\t\r-]/.test(cell)
          if (isFormula) escaped++
          return [column, (isFormula ? "'" : '') + String(cell ?? '')]
        })
      )
    )
    expect(cells).toEqual(expected)
  }
  expect(escaped).toBeGreaterThan(2)
})
