import {expect, test} from 'vitest'
import {type Dated, timelineOf} from '../../pipeline/site/periods.ts'

const on = (...dates: string[]): Dated[] => dates.map((date) => ({date, amounts: [1, 0]}))
const idsOf = (...dates: string[]): string[] =>
  timelineOf(on(...dates))?.periods.map(({id}) => id) ?? []

test.each([
  ['days of five weeks', ['2025-10-17', '2025-10-14'], '2025-10-14', '2025-10-17'],
  ['months of whole years', ['2021-03-09', '2023-05'], '2021-01', '2023-12'],
  ['years, where one day is not known', ['1990', '2021-03-09'], '1990', '2025'],
  ['decades', ['1453', '1921-03-09'], '1450', '1920'],
  ['centuries', ['0622', '1921'], '0600', '2000']
])('%s', (_, dates, first, last) => {
  const ids = idsOf(...dates)
  expect(ids[0]).toBe(first)
  expect(ids.at(-1)).toBe(last)
})

test('a day of the end of a month is followed by the first of the next', () => {
  expect(idsOf('2024-02-28', '2024-03-02')).toEqual([
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
    '2024-03-02'
  ])
})

test('everything is in a column, and all blocks are equally long', () => {
  const dates = ['2021-03-09', '2021-03-30', '2023-05', '2022-12-31']
  const line = timelineOf(on(...dates))
  const sum = line?.periods.reduce((all, {amounts}) => all + amounts[0], 0)
  expect(sum).toBe(dates.length)
  expect((line?.periods.length ?? 0) % (line?.block ?? 1)).toBe(0)
  expect(line?.periods.find(({id}) => id === '2021-03')?.amounts).toEqual([2, 0])
})

test('one date, or none, is no timeline', () => {
  expect(timelineOf(on('2021'))).toBeNull()
  expect(timelineOf(on('', 'XXXX-05'))).toBeNull()
})
