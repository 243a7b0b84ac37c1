import fc from 'fast-check'
import {expect, test} from 'vitest'
import {sortByKey} from '../../pipeline/write/key-order.ts'

const sorted = (keys: string[]): string[] => sortByKey(keys, (key) => key)

test('keys stand by code point, numbers in them by value', () => {
  const keys = [
    'a.turn-1000',
    'a.turn-999',
    'a',
    'a.turn-002',
    'b.transcript',
    '𐎀',
    'ﺕ',
    'a.p-001'
  ]
  expect(sorted(keys)).toEqual([
    'a',
    'a.p-001',
    'a.turn-002',
    'a.turn-999',
    'a.turn-1000',
    'b.transcript',
    'ﺕ',
    '𐎀'
  ])
})

test('no two keys stand in the same place, and the order is the same both ways', () => {
  const key = fc.stringMatching(/^[a0-2\u{1F600}.-]{0,5}$/u)
  fc.assert(
    fc.property(key, key, (one, other) => {
      expect(sorted([one, other])).toEqual(sorted([other, one]))
    })
  )
})
