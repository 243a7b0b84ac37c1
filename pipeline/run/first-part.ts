import {bytesAt} from './read-file.ts'

/** Bytes of a file that are read to show what it looks like. */
const partLength = 65_536

/** Reads the beginning of a file of text, whatever its size; its last character may be cut. */
export const firstPart = (path: string): string =>
  bytesAt(path, 0, partLength).toString('utf8')
