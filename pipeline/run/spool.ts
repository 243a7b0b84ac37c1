import {appendFileSync, createReadStream} from 'node:fs'
import {createInterface} from 'node:readline'
import type {Result} from '../source/types.ts'

/** Results on disk, in the order they were added, to be iterated any number of times. */
export interface Spool {
  add(result: Result): void
  /** Reads them again, one at a time. */
  results(): AsyncIterable<Result>
}

/** Keeps results in one file of JSON lines, so that no build holds an edition in memory. */
export function createSpool(path: string): Spool {
  appendFileSync(path, '')
  return {
    add: (result) => appendFileSync(path, `${JSON.stringify(result)}\n`),
    results: () => ({
      async *[Symbol.asyncIterator]() {
        const lines = createInterface({
          input: createReadStream(path),
          crlfDelay: Number.POSITIVE_INFINITY
        })
        for await (const line of lines) {
          const result: Result = JSON.parse(line)
          yield result
        }
      }
    })
  }
}
