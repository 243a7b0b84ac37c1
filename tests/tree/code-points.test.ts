import fc from 'fast-check'
import {expect, test} from 'vitest'
import {astralOffsets, codePointCounter} from '../../pipeline/tree/code-points.ts'

test('offsets count code points, as an array of characters does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({unit: 'binary'})), (pieces) => {
      const text = pieces.join('')
      const count = codePointCounter(astralOffsets(text))
      let offset = 0
      for (const piece of pieces) {
        expect(count(offset)).toBe([...text.slice(0, offset)].length)
        offset += piece.length
      }
      expect(count(offset)).toBe([...text].length)
    })
  )
})

test('a lone surrogate counts as the one code unit it is', () => {
  expect(astralOffsets('a\uD800b𐎀')).toEqual([3])
})
