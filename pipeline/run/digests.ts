import {createHash} from 'node:crypto'

/** A digest of plain data, long enough that no two are ever the same. */
export const shortDigest = (data: object | string): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 32)
