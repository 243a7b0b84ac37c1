import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {tableGate} from '../../pipeline/validate/tables.ts'
import {csvTables} from '../../pipeline/write/csv.ts'
import {writerOf, writeTextTables} from '../write/gather.ts'
import {printNastyArticle} from '../write/nasty-article.ts'
import {bareEdition, resultOf, streamOf} from '../write/page.ts'

const results = ['first', 'second'].map((slug) =>
  resultOf(printNastyArticle(slug).article)
)

/** What the check says of an edition whose tables were changed after they were written. */
async function findFaults(path: string, change: (text: string) => string | undefined) {
  const files = await writeTextTables(csvTables, results, bareEdition)
  const file = new VFile({path: 'dist'})
  const text = files.get(path)
  const changed = text === undefined ? undefined : change(text)
  if (changed === undefined) files.delete(path)
  else files.set(path, changed)
  await tableGate.check({
    writer: writerOf(files),
    results: streamOf(results),
    report: reportTo(file)
  })
  return messagesOf(file).map((message) => [
    message.rule,
    message.file,
    message.line,
    message.message
  ])
}

test('tables as they are written have no fault', async () => {
  expect(await findFaults('', (text) => text)).toEqual([])
})

const turns = 'data/turns.csv'

test.each<[string, string, (text: string) => string | undefined, unknown[]]>([
  [
    'a cell of another type',
    turns,
    (text) => text.replace(/,false,(\d+),/, ',no,$1,'),
    [
      'validate/table-row',
      turns,
      3,
      'Unexpected `no` in column is_question, expected `true` or `false`'
    ]
  ],
  [
    'an empty cell that is required',
    'data/articles.csv',
    (text) => text.replace('rtl', ''),
    [
      'validate/table-row',
      'data/articles.csv',
      2,
      'Unexpected `` in column dir, expected a value'
    ]
  ],
  [
    'a column under another name',
    turns,
    (text) => text.replace('turn_id', 'id'),
    ['validate/table-row', turns, 1, expect.stringContaining('in the header')]
  ],
  [
    'a row that lost a cell',
    'data/articles.csv',
    (text) => text.replace('rtl,', ''),
    [
      'validate/table-row',
      'data/articles.csv',
      2,
      expect.stringContaining('expected a record of 16 cells')
    ]
  ],
  [
    'a quote that is not doubled',
    'data/articles.csv',
    (text) => text.replace('""x""', '"x"'),
    ['validate/table-row', 'data/articles.csv', 2, expect.stringContaining('in a row')]
  ],
  [
    'a key that two rows have',
    'data/paragraphs.csv',
    (text) => text.replace('first.p-002', 'first.p-001'),
    [
      'validate/table-key',
      'data/paragraphs.csv',
      6,
      'Unexpected `first.p-001` in column paragraph_id, expected a key that no other row has'
    ]
  ],
  [
    'a reference without its row',
    turns,
    (text) => text.replace('first.transcript.nura-haddad', 'first.transcript.nobody'),
    [
      'validate/table-key',
      turns,
      2,
      'Unexpected `first.transcript.nobody` in column speaker_id, expected a key of speakers'
    ]
  ],
  [
    'a row that the trees do not have',
    turns,
    (text) =>
      text +
      text.split('\n').at(-2)?.replace('second.turn-006', 'second.turn-007') +
      '\n',
    [
      'validate/table-row',
      turns,
      undefined,
      'Unexpected `13 rows` in the table, expected 12, as in the trees'
    ]
  ],
  [
    'a table that is not there',
    'data/places.csv',
    () => undefined,
    ['validate/table-row', 'data/places.csv', 1, expect.stringContaining('in the header')]
  ]
])('%s is reported', async (_name, path, change, expected) => {
  expect(await findFaults(path, change)).toContainEqual(expected)
})

test('a fault in every row of a column is reported once', async () => {
  const faults = await findFaults(turns, (text) => text.replaceAll('true', 'yes'))
  expect(faults).toHaveLength(1)
})
