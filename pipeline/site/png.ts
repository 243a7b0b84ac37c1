import {constants, crc32, deflateSync} from 'node:zlib'

/** A picture without transparency: four bytes a pixel, the last of them unused. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  /** Which row of the bytes stands at each row of the picture, where not each has one of its own. */
  readonly rows?: readonly number[]
}

/** Colours that a palette holds. */
const mostColours = 256
/** Drawings are runs of one colour: half the time of a search for other likeness, and less room. */
const compression = {level: 3, strategy: constants.Z_RLE}

/**
 * A PNG with a palette. Drawings of few colours take half the room and a fifth of the time that they take in true
 * colours. Beyond 256 colours those are taken together that differ least.
 * @see https://www.w3.org/TR/png-3/
 */
export function printPng(pixels: Pixels): Uint8Array {
  const {rows, colours} = indexed(pixels, 0)
  const {width, rows: order} = pixels
  const lines = order ? inOrder(rows, width + 1, order) : rows
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header(width, order?.length ?? pixels.height)),
    chunk('PLTE', Uint8Array.from(colours)),
    chunk('IDAT', deflateSync(lines, compression)),
    chunk('IEND', new Uint8Array())
  ])
}

/** Eight bits a pixel, each of them the number of a colour. */
function header(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes.set([8, 3], 8)
  return bytes
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** Rows of so many bytes, in another order. */
function inOrder(rows: Uint8Array, length: number, order: readonly number[]): Uint8Array {
  const ordered = new Uint8Array(order.length * length)
  for (const [n, row] of order.entries())
    ordered.set(rows.subarray(row * length, (row + 1) * length), n * length)
  return ordered
}

interface Indexed {
  /** The numbers of colours, a zero before each row. */
  readonly rows: Uint8Array
  /** Three bytes a colour. */
  readonly colours: readonly number[]
}

/** @param bits lowest ones of each channel that make no difference */
function indexed(pixels: Pixels, bits: number): Indexed {
  const {width, height, bytes} = pixels
  const low = ((0xff << bits) & 0xff) * 0x01_01_01
  const rows = new Uint8Array((width + 1) * height)
  const colours: number[] = []
  const known = new Map<number, number>()
  const indexAt = (at: number): number => {
    const red = bytes[at * 4] ?? 0
    const green = bytes[at * 4 + 1] ?? 0
    const blue = bytes[at * 4 + 2] ?? 0
    const colour = ((red << 16) | (green << 8) | blue) & low
    const index = known.get(colour)
    if (index !== undefined) return index
    known.set(colour, known.size)
    colours.push(red, green, blue)
    return known.size - 1
  }
  const dots = dotsOf(bytes)
  let last = dots[0] ?? 0
  let index = indexAt(0)
  for (let row = 0, at = 0; row < height; row++) {
    // Behind the zeros before this row and those before it.
    for (const end = at + width; at < end; at++) {
      const dot = dots[at] ?? 0
      if (dot !== last) index = indexAt(at)
      last = dot
      rows[at + row + 1] = index
    }
  }
  return known.size > mostColours ? indexed(pixels, bits + 1) : {rows, colours}
}

/** Each pixel as one number, to be compared with others. */
function dotsOf(bytes: Uint8Array): Int32Array {
  const {buffer, byteOffset, length} =
    bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes)
  return new Int32Array(buffer, byteOffset, length / 4)
}
