import type {Shares} from './search-shards.ts'

/** Shares of articles in the entries of the index, as numbers and letters side by side: sixteen bytes each, about. */
export interface Postings {
  /** @param text hits or runs, in the letters that encode them */
  add(key: string, base: number, text: string): void
  /** Those of one key, in no order. */
  of(key: string): Shares
}

/** Opens a gathering of shares without any. */
export function openPostings(): Postings {
  const newest = new Map<string, number>()
  let count = 0
  let bases: Uint32Array = new Uint32Array(1 << 12)
  /** Of each share the one before it with its key, numbered from 1 on; 0 where there is none. */
  let before: Uint32Array = new Uint32Array(1 << 12)
  /** Of each share where its letters begin; they end where those of the next one do. */
  let starts: Uint32Array = new Uint32Array(1 << 12)
  let letters = Buffer.alloc(1 << 14)
  let end = 0
  const makeRoom = (length: number): void => {
    if (count + 2 > bases.length) {
      bases = doubled(bases)
      before = doubled(before)
      starts = doubled(starts)
    }
    if (end + length > letters.length)
      letters = Buffer.concat([letters], Math.max(letters.length * 2, end + length))
  }
  return {
    add(key, base, text) {
      makeRoom(text.length)
      bases[count] = base
      before[count] = newest.get(key) ?? 0
      letters.write(text, end, 'latin1')
      end += text.length
      starts[++count] = end
      newest.set(key, count)
    },
    of(key) {
      const shares: [number, string][] = []
      for (let at = newest.get(key) ?? 0; at > 0; at = before[at - 1] ?? 0)
        shares.push([
          bases[at - 1] ?? 0,
          letters.toString('latin1', starts[at - 1] ?? 0, starts[at] ?? 0)
        ])
      return shares
    }
  }
}

function doubled(numbers: Uint32Array): Uint32Array {
  const more = new Uint32Array(numbers.length * 2)
  more.set(numbers)
  return more
}
