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

test.each([
  ['dates-further.tsv', 70, 30, 0.94],
  ['dates-fresh.tsv', 45, 30, 0.89]
])(
  'dates of %s, in languages without data too, stay as right as they are',
  (file, most, tongues, floor) => {
    const further = readDates(new URL(`../eval/${file}`, import.meta.url).pathname)
    const {total, right, languages} = scoreDates(further)
    expect(total).toBeGreaterThanOrEqual(most)
    expect(languages).toBeGreaterThanOrEqual(tongues)
    expect(right / total).toBeGreaterThanOrEqual(floor)
  }
)

test('a word of the calendar within another word is no date', () => {
  expect(said('zh', '日本月刊的编辑')).toEqual([])
  expect(said('ja', '五日間の休み')).toEqual([])
})

test('about a number of people is not about a year', () => {
  expect(said('de', 'um 1890')).toEqual(['1890~'])
  expect(said('de', 'um 1890 Soldaten')).toEqual([])
  expect(said('en', 'He wrote about 1984.')).toEqual([])
})
