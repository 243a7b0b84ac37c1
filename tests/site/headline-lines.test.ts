import {expect, test} from 'vitest'
import {setHeadline} from '../../pipeline/site/headline-lines.ts'

/** Every letter half as wide as it is high, and the space between words as it is in the faces of text. */
const measure = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter === ' ' ? 0.26 : 0.5), 0)
const set = (headline: string) => setHeadline(headline, 1000, measure)
const widest = ({lines, size}: ReturnType<typeof set>): number =>
  Math.max(...lines.map((line) => measure(line) * size))

test('a short headline stands on one line, in the largest size', () => {
  expect(set('The paper mill')).toEqual({lines: ['The paper mill'], size: 80})
})

test('lines are of like width, and every word stands on one of them', () => {
  const headline = 'A library lends out the oldest of its sheets'
  const {lines} = set(headline)
  expect(lines).toEqual(['A library lends out the', 'oldest of its sheets'])
  expect(lines.join(' ')).toBe(headline)
})

test('a long headline is set smaller, then cut after four lines', () => {
  const long = set(`${'paper '.repeat(20)}ends`)
  expect(long.lines.join(' ')).toMatch(/ends$/u)
  const endless = set('paper '.repeat(5000))
  expect(endless.lines).toHaveLength(4)
  expect(endless.lines.at(-1)).toMatch(/paper…$/u)
  expect(endless.lines.slice(0, 3).join(' ')).not.toContain('…')
  expect(widest(endless)).toBeLessThanOrEqual(1000)
})

test('a word wider than a line is cut with an ellipsis', () => {
  const address = set(`https://example.org/${'path/'.repeat(40)} found`)
  expect(address.lines[0]).toMatch(/^https:\/\/example\.org\/.*…$/u)
  expect(address.lines.at(-1)).toBe('found')
  expect(widest(address)).toBeLessThanOrEqual(1000)
})
