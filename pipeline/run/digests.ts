import {hash} from 'node:crypto'

/** SHA-256 in hexadecimal; of text, that of its UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string =>
  hash('sha256', data, 'hex')

/** A digest of plain data, long enough that no two are ever the same. */
export const shortDigest = (data: object | string): string =>
  sha256Hex(JSON.stringify(data)).slice(0, 32)
