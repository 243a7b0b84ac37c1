import {parse} from 'csv-parse/sync'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readCsv} from '../../pipeline/validate/csv-reader.ts'

const cells = (text: string) => [...readCsv(text)].map((record) => record.cells)
const faults = (text: string) =>
  [...readCsv(text)].flatMap(({line, fault}) =>
    fault === undefined ? [] : [[line, fault]]
  )

test('CSV is read as an independent reader reads it', () => {
  const cell = fc.string({unit: fc.constantFrom('"', ',', '\n', '\r\n', 'ا', '𐎀', ' ')})
  const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`)
  const plain = fc.constantFrom('', 'x', ' x ', "'")
  const record = fc.array(fc.oneof(quoted, plain), {minLength: 2, maxLength: 2})
  fc.assert(
    fc.property(fc.array(record, {minLength: 1}), (records) => {
      const text = records.map((each) => `${each.join(',')}\n`).join('')
      expect(cells(text)).toEqual(parse(text, {record_delimiter: '\n'}))
    })
  )
})

test('records know the line they start on', () => {
  expect([...readCsv('a,b\n"1\n2",\n3,4\n')].map(({line}) => line)).toEqual([1, 2, 4])
})

test.each([
  ['a quote within a cell', 'a,b\n1,x"y\n', [[2, 'x"y\n']]],
  ['a cell that is not closed', 'a,b\n1,"x\n', [[2, '"x\n']]],
  ['words behind a closing quote', 'a\n"x"y\n', [[2, '"x"y\n']]],
  ['a carriage return out of quotes', 'a,b\r\n', [[1, 'b\r\n']]],
  ['no line end at the end', 'a,b\n1,2', [[2, '2']]],
  ['a comma at the end', 'a,b\n1,', [[2, '']]]
])('%s is a fault', (_name, text, expected) => {
  expect(faults(text)).toEqual(expected)
})
