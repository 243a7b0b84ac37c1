import type {Glyph} from '../source/harfbuzz.ts'
import type {OpenFace} from '../source/picture-faces.ts'
import type {Article} from '../tree/types.ts'
import {glyphInk, placesBetween} from './glyph-ink.ts'
import {type Paper, print} from './paper.ts'
import {runsOf} from './text-runs.ts'

/** A line of text as it is set. */
export interface SetText {
  /** Glyphs of the face and their places in its units, rows counted upwards. */
  readonly glyphs: readonly Glyph[]
  /** In units of the face. */
  readonly width: number
  readonly face: OpenFace
}

/** Sets a line of text, its runs from left to right. */
export function setText(
  text: string,
  face: OpenFace,
  direction: Article['dir']
): SetText {
  const glyphs: Glyph[] = []
  let width = 0
  for (const run of runsOf(text, direction)) {
    const shaped = face.shape(run.text, run.isRightToLeft)
    for (const {id, x, y} of shaped.glyphs) glyphs.push({id, x: width + x, y})
    width += shaped.width
  }
  return {glyphs, width, face}
}

/** Where a line of text stands. */
export interface Place {
  /** Of its left end and its base line, in pixels. */
  readonly x: number
  readonly y: number
  /** Of its letters, in pixels. */
  readonly size: number
  readonly ink: number
}

/** Prints a line of text, its base line on whole pixels. */
export function printText(paper: Paper, {glyphs, face}: SetText, place: Place): void {
  const {size, ink} = place
  const scale = size / face.unitsPerEm
  for (const glyph of glyphs) {
    const right = Math.round((place.x + glyph.x * scale) * placesBetween)
    const below = Math.round((Math.round(place.y) - glyph.y * scale) * placesBetween)
    const x = Math.floor(right / placesBetween)
    const y = Math.floor(below / placesBetween)
    const letter = glyphInk(face, {
      glyph: glyph.id,
      size,
      right: right - x * placesBetween,
      below: below - y * placesBetween
    })
    print(paper, letter, {x, y, number: ink})
  }
}
