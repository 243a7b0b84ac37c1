import {type OpenFace, outlineUnits} from '../source/picture-faces.ts'
import {type Ink, inkOf, pixel} from './ink.ts'

/** Places between two pixels at which a glyph may stand, in each direction. */
export const placesBetween = 4

/** A glyph at a size in pixels, at a place between pixels. */
export interface Wanted {
  readonly glyph: number
  readonly size: number
  /** Right of a pixel and below it, from 0 to before `placesBetween`. */
  readonly right: number
  readonly below: number
}

/** How many are kept: about ten megabytes. */
const mostKept = 4_096
let kept = new WeakMap<OpenFace, Map<number, Ink>>()
let count = 0

/** The ink of a glyph set at a place, which is made once: headlines share their letters. */
export function glyphInk(face: OpenFace, wanted: Wanted): Ink {
  const {glyph, size, right, below} = wanted
  const key = ((glyph * 256 + size) * placesBetween + right) * placesBetween + below
  const ofFace = kept.get(face) ?? new Map<number, Ink>()
  const found = ofFace.get(key)
  if (found) return found
  if (++count > mostKept) {
    kept = new WeakMap()
    count = 0
  }
  const ink = makeInk(face, wanted)
  kept.set(face, ofFace.set(key, ink))
  return ink
}

function makeInk(face: OpenFace, {glyph, size, right, below}: Wanted): Ink {
  const {outlines, outlineStarts, unitsPerEm} = face
  const outline = outlines.subarray(outlineStarts[glyph], outlineStarts[glyph + 1])
  return inkOf({
    outline,
    scale: (size / unitsPerEm / outlineUnits) * pixel,
    x: (right * pixel) / placesBetween,
    y: (below * pixel) / placesBetween
  })
}
