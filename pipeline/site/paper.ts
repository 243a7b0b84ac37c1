import {fullShade, type Ink} from './ink.ts'

/** A picture with a palette. */
export interface Paper {
  readonly width: number
  readonly height: number
  /** Of each row a zero, then the number of the colour of each pixel, as PNG has them. */
  readonly rows: Uint8Array
  /** Three bytes a colour, at most 256 of them; the first one is that of the paper. */
  readonly colours: Uint8Array
}

/** A paper and its inks, as numbers of six hexadecimal digits, in all their shades. */
export function paletteOf(paper: number, inks: readonly number[]): Uint8Array {
  const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255]
  const blank = channels(paper)
  const shades = inks.flatMap((ink) =>
    Array.from({length: fullShade}, (_, n) =>
      channels(ink).map((full, channel) => {
        const empty = blank[channel] ?? 0
        return Math.round(empty + ((full - empty) * (n + 1)) / fullShade)
      })
    )
  )
  return Uint8Array.from([blank, ...shades].flat())
}

/** Which colour of a palette an ink has where it is full, the inks numbered in their order from 0. */
export const fullInk = (ink: number): number => (ink + 1) * fullShade

/** Where ink is printed, and which of the palette. */
export interface Print {
  readonly x: number
  readonly y: number
  readonly number: number
}

/** Prints ink. Where it meets other ink, what is darker or of a later number shows; what does not fit is left out. */
export function print(
  {width, height, rows}: Paper,
  ink: Ink,
  {x, y, number}: Print
): void {
  const none = number * fullShade
  const left = x + ink.left
  const first = Math.max(0, -left)
  const last = Math.min(ink.width, width - left)
  for (let row = 0; row < ink.height; row++) {
    const toRow = y + ink.top + row
    if (toRow < 0 || toRow >= height) continue
    const begin = row * ink.width
    const toPaper = toRow * (width + 1) + 1 + left - begin
    for (let at = begin + first; at < begin + last; at++) {
      const shade = ink.shades[at] ?? 0
      if (shade > 0 && none + shade > (rows[at + toPaper] ?? 0))
        rows[at + toPaper] = none + shade
    }
  }
}
