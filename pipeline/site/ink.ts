/** Which pixels a shape covers. */
export interface Ink {
  /** Column and row of its first pixel. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Of each pixel, row by row, how much of it lies within the shape: from 0 to `fullShade`. */
  readonly shades: Uint8Array
}

/** More shades show no difference, and make a larger picture. */
export const fullShade = 24

/** A shape of straight edges, as `tools/picture-faces.ts` writes them. */
export interface Shape {
  /**
   * Its least column and row and its greatest ones, then its contours one behind the other: how many points, and the column
   * and row of each, rows counted upwards.
   */
  readonly outline: Int16Array
  /** Parts of a pixel that a number of the outline is. */
  readonly scale: number
  /** Where the zero of the outline stands, in parts of a pixel. */
  readonly x: number
  readonly y: number
}

/*
 * Parts of a pixel are whole numbers, and what is done with them is plain: most pictures are drawn before any of this is
 * compiled for speed, and until then each call and each fraction costs more than a sum.
 */
const bits = 8
/** Parts of a pixel, across and down. */
export const pixel = 1 << bits
/** What is added up where a pixel is covered whole: twice its parts. */
const whole = 2 * pixel * pixel

/** Room to work in, empty between shapes: to make it anew for each costs more than to draw a letter. */
let room = new Int32Array()

/**
 * The ink of a shape. An edge adds what it covers to the pixels that it crosses, and to those behind them what it leaves of
 * their row; so nothing is done for pixels within the shape but to add up.
 * @see https://freetype.org/freetype2/docs/reference/ft2-raster.html for a renderer of this kind
 */
export function inkOf(shape: Shape): Ink {
  const box = boundsOf(shape)
  const size = box.width * box.height
  if (room.length <= size) room = new Int32Array(2 * size + 1)
  addContours(shape, box)
  const shades = new Uint8Array(size)
  let covered = 0
  for (let at = 0; at < size; at++) {
    const step = room[at] ?? 0
    if (step !== 0) {
      covered += step
      room[at] = 0
    }
    // What lies within several contours that run one way is covered once.
    if (covered > 0)
      shades[at] = Math.round((Math.min(covered, whole) * fullShade) / whole)
  }
  room[size] = 0
  return {...box, shades}
}

/** In whole pixels. */
function boundsOf({outline, scale, x, y}: Shape): Omit<Ink, 'shades'> {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = outline
  const left = (x + Math.round(minX * scale)) >> bits
  const top = (y - Math.round(maxY * scale)) >> bits
  // An edge at the right end adds to the pixel behind it.
  const right = ((x + Math.round(maxX * scale)) >> bits) + 2
  const bottom = ((y - Math.round(minY * scale)) >> bits) + 1
  return {left, top, width: right - left, height: bottom - top}
}

function addContours({outline, scale, x, y}: Shape, box: Omit<Ink, 'shades'>): void {
  const [toX, toY] = [x - box.left * pixel, y - box.top * pixel]
  for (let at = 4; at < outline.length; ) {
    const end = at + 1 + 2 * (outline[at] ?? 0)
    let fromX = toX + Math.round((outline[end - 2] ?? 0) * scale)
    let fromY = toY - Math.round((outline[end - 1] ?? 0) * scale)
    for (at++; at < end; at += 2) {
      const nextX = toX + Math.round((outline[at] ?? 0) * scale)
      const nextY = toY - Math.round((outline[at + 1] ?? 0) * scale)
      if (fromY < nextY)
        addEdge({fromX, fromY, toX: nextX, toY: nextY, sign: 1}, box.width)
      if (fromY > nextY)
        addEdge({fromX: nextX, fromY: nextY, toX: fromX, toY: fromY, sign: -1}, box.width)
      fromX = nextX
      fromY = nextY
    }
  }
}

interface Edge {
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
  /** Less than nothing where it runs upwards. */
  readonly sign: 1 | -1
}

/** Adds an edge row by row, from its upper end to its lower one. */
function addEdge({fromX, fromY, toX, toY, sign}: Edge, width: number): void {
  const slope = (toX - fromX) / (toY - fromY)
  let row = fromY >> bits
  let y = fromY
  let x = fromX
  while (y < toY) {
    const below = (row + 1) << bits
    const endY = below < toY ? below : toY
    const endX = below < toY ? fromX + Math.round((below - fromY) * slope) : toX
    const column = x >> bits
    const height = sign * (endY - y)
    if (endX >> bits === column) {
      // The middle of the piece, doubled
      const behind = height * (x + endX - ((2 * column) << bits))
      const at = row * width + column
      room[at] = (room[at] ?? 0) + 2 * pixel * height - behind
      room[at + 1] = (room[at + 1] ?? 0) + behind
    } else addPiece(row * width, x, endX, height)
    x = endX
    y = endY
    row++
  }
}

/**
 * Adds a piece of an edge that crosses several pixels of a row.
 * @param row number of its first pixel
 * @param height negative where it runs upwards
 */
function addPiece(row: number, from: number, to: number, height: number): void {
  const left = Math.min(from, to)
  const right = Math.max(from, to)
  let begin = left
  let added = 0
  for (let column = left >> bits; begin < right; column++) {
    const end = Math.min((column + 1) << bits, right)
    const part = Math.round((height * (end - left)) / (right - left)) - added
    const behind = part * (begin + end - ((2 * column) << bits))
    const at = row + column
    room[at] = (room[at] ?? 0) + 2 * pixel * part - behind
    room[at + 1] = (room[at + 1] ?? 0) + behind
    begin = end
    added += part
  }
}
