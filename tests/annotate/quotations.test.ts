import {expect, test} from 'vitest'
import {readQuotes, scoreQuotes} from '../../tools/eval-quotes.ts'

const cases = readQuotes(new URL('../eval/quotations.tsv', import.meta.url).pathname)

test('a quotation is given to whom the text names by verb and name, and to nobody else', () => {
  const {expected, found, right, languages} = scoreQuotes(cases)
  expect(expected).toBeGreaterThanOrEqual(60)
  expect(languages).toBeGreaterThanOrEqual(8)
  expect(right).toBe(found)
  expect(right / expected).toBeGreaterThanOrEqual(0.8)
})

test('what is no speech is not called speech', () => {
  const {speechFound, speechRight} = scoreQuotes(cases)
  expect(speechRight).toBe(speechFound)
})
