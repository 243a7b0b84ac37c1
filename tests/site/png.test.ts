import fc from 'fast-check'
import {PNG} from 'pngjs'
import {expect, test} from 'vitest'
import {printPng} from '../../pipeline/site/png.ts'

/** A picture of so many colours, and what a decoder reads of it. */
function readBack(width: number, colours: readonly number[]) {
  const height = Math.ceil(colours.length / width)
  const bytes = new Uint8Array(width * height * 4).fill(255)
  for (const [n, colour] of colours.entries())
    bytes.set([colour >> 16, (colour >> 8) & 255, colour & 255], n * 4)
  const {data} = PNG.sync.read(Buffer.from(printPng({width, height, bytes})))
  return {given: bytes, read: new Uint8Array(data)}
}

test('a decoder reads back each dot of a picture of few colours', () => {
  const colour = fc.integer({min: 0, max: 0xffffff})
  const pictures = fc
    .array(colour, {minLength: 1, maxLength: 200})
    .chain((palette) =>
      fc.tuple(
        fc.integer({min: 1, max: 40}),
        fc.array(fc.constantFrom(...palette), {minLength: 1, maxLength: 900})
      )
    )
  fc.assert(
    fc.property(pictures, ([width, colours]) => {
      const {given, read} = readBack(width, colours)
      expect(read).toEqual(given)
    }),
    {numRuns: 60}
  )
})

test('of more colours than a palette has, each dot keeps one that is near', () => {
  const greys = Array.from({length: 256}, (_, n) => n * 0x010101)
  const tinted = greys.map((grey) => grey ^ 0x000001)
  const {given, read} = readBack(32, [...greys, ...tinted])
  const farthest = Math.max(...given.map((value, n) => Math.abs(value - (read[n] ?? 0))))
  expect(farthest).toBeLessThanOrEqual(1)
})
