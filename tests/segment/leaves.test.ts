import {expect, test} from 'vitest'
import {leavesOf} from '../../pipeline/segment/leaves.ts'
import {createLocator} from '../../pipeline/tree/position.ts'

/** The leaves of a text whose PDF characters (U+202C) are set aside. */
function leavesAround(text: string): string[] {
  const at = createLocator(text)
  const setAside = [...text.matchAll(/\u202C/g)].map(({index}) => ({
    value: '\u202C',
    reason: 'bidi-control',
    position: at.span(index, index + 1)
  }))
  const source = {
    path: 'a.txt',
    mediaType: 'text/plain',
    sha256: '',
    bytes: 0,
    encoding: 'utf-8',
    newline: 'lf' as const,
    lines: 1,
    setAside: []
  }
  const reading = {text, at, source, blocks: [], metadata: {}, setAside}
  return leavesOf(reading, 0, text.length).map((leaf) => leaf.value)
}

test('white space between two characters set aside still parts the words', () => {
  expect(leavesAround('نعم\u202C \u202Cلا')).toEqual(['نعم', ' ', 'لا'])
})

test('white space beyond the first and the last word is no leaf', () => {
  expect(leavesAround(' \u202Cنعم\u202C ')).toEqual(['نعم'])
  expect(leavesAround('\u202C \u202C')).toEqual([])
})
