import {expect, test} from 'vitest'
import {readDates, scoreDates, valuesOf} from '../../tools/eval-dates.ts'

const cases = readDates(new URL('../eval/dates.tsv', import.meta.url).pathname)

test('at least 97 of 100 date expressions have the value a reader gives them', () => {
  const {total, right, languages} = scoreDates(cases)
  expect(total).toBeGreaterThanOrEqual(300)
  expect(languages).toBeGreaterThanOrEqual(10)
  expect(right / total).toBeGreaterThanOrEqual(0.97)
})

const said = (
  language: string,
  expression: string,
  looks: 'ahead' | 'back' = 'back'
): string[] => valuesOf({language, anchor: '2025-10-14', looks, expression, expected: ''})

test('a weekday is counted from the moment it is said', () => {
  expect(said('ar', 'سيزور البيت الأبيض الجمعة', 'ahead')).toEqual(['2025-10-17'])
  expect(said('ar', 'زار البيت الأبيض الجمعة')).toEqual(['2025-10-10'])
})

test('a value is never more precise than its words', () => {
  expect(said('en', 'in March 2024')).toEqual(['2024-03'])
  expect(said('en', 'in spring 2024')).toEqual(['2024-21'])
  expect(said('en', 'in the 1990s')).toEqual(['199X'])
  expect(said('en', 'last week')).toEqual(['2025-10-06/2025-10-12'])
})

test('what no calendar has is no date', () => {
  expect(said('en', '31 February 2024')).not.toContain('2024-02-31')
  expect(said('en', '45/13/2024')).toEqual([])
})
