import fc from 'fast-check'
import {PNG} from 'pngjs'
import {expect, test} from 'vitest'
import {printPng} from '../../pipeline/site/png.ts'

/** The dots of a picture of so many colours as a decoder reads them. */
function readBack(
  width: number,
  palette: readonly number[],
  dots: readonly number[]
): number[] {
  const height = Math.ceil(dots.length / width)
  const rows = new Uint8Array((width + 1) * height)
  for (const [n, dot] of dots.entries()) rows[Math.floor(n / width) + 1 + n] = dot
  const colours = Uint8Array.from(
    palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])
  )
  const {data} = PNG.sync.read(Buffer.from(printPng({width, height, rows, colours})))
  return dots.map((_, n) => data.readUInt32BE(n * 4) >>> 8)
}

test('a decoder reads back each dot of a picture', () => {
  const pictures = fc
    .array(fc.integer({min: 0, max: 0xffffff}), {minLength: 1, maxLength: 256})
    .chain((palette) =>
      fc.tuple(
        fc.constant(palette),
        fc.integer({min: 1, max: 40}),
        fc.array(fc.nat({max: palette.length - 1}), {minLength: 1, maxLength: 900})
      )
    )
  fc.assert(
    fc.property(pictures, ([palette, width, dots]) => {
      expect(readBack(width, palette, dots)).toEqual(dots.map((dot) => palette[dot]))
    }),
    {numRuns: 60}
  )
})
