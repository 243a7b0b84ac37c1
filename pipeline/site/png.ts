import {constants, crc32, deflateSync} from 'node:zlib'
import type {Paper} from './paper.ts'

/** Drawings are runs of one colour: half the time of a search for other likeness, and less room. */
const compression = {level: 3, strategy: constants.Z_RLE}

/**
 * A PNG with a palette.
 * @see https://www.w3.org/TR/png-3/
 */
export function printPng({width, height, rows, colours}: Paper): Uint8Array {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header(width, height)),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, compression)),
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
