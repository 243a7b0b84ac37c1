import bidiFactory from 'bidi-js'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {runsOf} from '../../pipeline/site/text-runs.ts'

const texts = (line: string, direction: 'ltr' | 'rtl') =>
  runsOf(line, direction).map(({text, isRightToLeft}) =>
    isRightToLeft ? `<${text}` : `>${text}`
  )

test('figures and names in another script stand where they are read', () => {
  expect(texts('خطة من 20 نقطة', 'rtl')).toEqual(['< نقطة', '>20', '<خطة من '])
  expect(texts('المبعوث (Witkoff)', 'rtl')).toEqual(['<)', '>Witkoff', '<المبعوث ('])
  expect(texts('The book كتاب is here', 'ltr')).toEqual([
    '>The book ',
    '<كتاب',
    '> is here'
  ])
})

test('a line whose letters run one way is one run', () => {
  expect(texts('مكالمة «سرية» بين اثنين: لا نعرف!', 'rtl')).toHaveLength(1)
  expect(texts('Größe und Übermut, 25 “Bücher”', 'ltr')).toHaveLength(1)
})

test('the order of the letters is that of the whole algorithm', () => {
  const bidi = bidiFactory()
  const letter = fc.constantFrom(
    ...'abЖ123٤٥۶ابپה ، .,:;!?()«»"“”’…–—-%+/\u064b\u0600\u066b\u200c\u0301€'
  )
  fc.assert(
    fc.property(
      fc.string({unit: letter, minLength: 1, maxLength: 24}),
      fc.constantFrom('ltr' as const, 'rtl' as const),
      (line, direction) => {
        const order = bidi.getReorderedIndices(
          line,
          bidi.getEmbeddingLevels(line, direction)
        )
        const letters = runsOf(line, direction).flatMap(({text, isRightToLeft}) => {
          const units = text.split('')
          return isRightToLeft ? units.reverse() : units
        })
        expect(letters).toEqual(order.map((at) => line[at]))
      }
    ),
    {numRuns: 2000}
  )
})
