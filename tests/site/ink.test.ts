import fc from 'fast-check'
import {expect, test} from 'vitest'
import {fullShade, inkOf, pixel} from '../../pipeline/site/ink.ts'

type Point = readonly [number, number]

/** The ink of contours given in pixels, rows counted upwards. */
function inkOfContours(contours: readonly (readonly Point[])[], scale = 1) {
  const points = contours.flat()
  const bounds = [Math.min, Math.max].flatMap((best) =>
    [0, 1].map((side) => best(...points.map((point) => point[side] ?? 0)))
  )
  const outline = Int16Array.from([
    ...bounds,
    ...contours.flatMap((contour) => [contour.length, ...contour.flat()])
  ])
  return inkOf({outline, scale: pixel * scale, x: 0, y: 0})
}

const square = (from: number, to: number): Point[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to]
]

/** Area in pixels, as shades say. */
const areaOf = ({shades}: ReturnType<typeof inkOf>): number =>
  shades.reduce((sum, shade) => sum + shade, 0) / fullShade

test('a pixel that is covered by half has half of the shades', () => {
  const {left, top, width, shades} = inkOfContours([square(0, 3)], 0.5)
  expect([left, top]).toEqual([0, -2])
  const [half, quarter] = [fullShade / 2, fullShade / 4]
  expect([...shades.slice(0, 2)]).toEqual([half, quarter])
  expect([...shades.slice(width, width + 2)]).toEqual([fullShade, half])
})

test('a contour that runs the other way is a hole, one that runs the same way is covered once', () => {
  const hole = square(2, 4).toReversed()
  expect(areaOf(inkOfContours([square(0, 6), hole]))).toBe(32)
  expect(areaOf(inkOfContours([square(0, 6), square(2, 4)]))).toBe(36)
})

test('of a triangle of any form, as much is covered as lies within it', () => {
  const place = fc.integer({min: -300, max: 300})
  const point = fc.tuple(place, place)
  const triangle = fc.tuple(point, point, point)
  fc.assert(
    fc.property(triangle, (points) => {
      const [[ax, ay], [bx, by], [cx, cy]] = points
      const doubled = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
      const ink = inkOfContours([doubled < 0 ? points.toReversed() : points], 0.1)
      // Each pixel at an edge is rounded to a shade, and an edge to a part of a pixel.
      const edges = 2 * (ink.width + ink.height)
      expect(Math.abs(areaOf(ink) - Math.abs(doubled) / 200)).toBeLessThan(
        0.5 + edges * 0.02
      )
    })
  )
})
