import {disk} from './disk.ts'
import {bytesAt} from './read-file.ts'

/** Bytes that are laid aside for a while. */
export interface Spool {
  /** @returns what gives them back */
  add(bytes: Uint8Array): () => Buffer
  /** Removes them all. */
  end(): void
}

/** Opens a spool without any. @param path of a file that is not there yet */
export function openSpool(path: string): Spool {
  let end = 0
  return {
    add(bytes) {
      const start = end
      const {length} = bytes
      disk.append(path, bytes)
      end += length
      return () => bytesAt(path, start, length)
    },
    end: () => disk.remove(path)
  }
}
