import {expect, test} from 'vitest'
import {optional, required} from '../../pipeline/tree/column.ts'
import {findCellFault} from '../../pipeline/validate/cell.ts'

const words = {en: 'x', ar: 'س'}

test.each([
  ['integer', ['0', '12'], ['01', '-1', '1.0', '1e3', ' 1', 'x']],
  ['number', ['0', '-1.5', '1e-7', '0.9'], ['.5', '1.', 'NaN', '01']],
  ['boolean', ['true', 'false'], ['True', '1', 'yes']],
  ['date', ['2024-02-29'], ['2025-02-29', '2025-10', '2025-10-14T00:00:00']],
  [
    'datetime_local',
    ['2025-11-26T10:51:00'],
    ['2025-11-26', '2025-11-26T10:51', '2025-11-26T10:51:00Z']
  ],
  ['duration', ['PT1M20S', 'P1D', 'PT0.5S'], ['P', 'PT', '80', '00:01:20']],
  ['uri', ['https://warraq.example/a/'], ['a/b', '/a']],
  ['string', ['=1', '"'], []]
] as const)('a cell of type %s is told from what is not one', (type, right, wrong) => {
  for (const cell of right) expect(findCellFault(required(type, words), cell)).toBeNull()
  for (const cell of wrong)
    expect(findCellFault(required(type, words), cell)).not.toBeNull()
})

test('an empty cell is right only where the column can do without', () => {
  expect(findCellFault(optional('integer', words), '')).toBeNull()
  expect(findCellFault(required('integer', words), '')).toBe('a value')
})

test('a column with a list of values takes no other', () => {
  const column = required('string', {...words, values: ['rtl', 'ltr']})
  expect(findCellFault(column, 'rtl')).toBeNull()
  expect(findCellFault(column, 'RTL')).toBe('rtl, ltr')
})
