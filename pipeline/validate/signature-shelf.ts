/** Signatures of many texts, in arrays of numbers: a third of a kilobyte each. */
export interface SignatureShelf {
  /** @returns in rising order, the numbers of those before that have a whole band in common with it */
  add(signature: readonly number[]): number[]
  /** Share of numbers that two have in common, 0 to 1. */
  share(one: number, other: number): number
}

interface Shape {
  /** Numbers of a signature. */
  readonly orders: number
  /** Numbers of a band, of which a signature has as many as fit in it. */
  readonly rows: number
}

/** Opens an empty shelf; signatures are numbered from 0 on. */
export function createSignatureShelf({orders, rows}: Shape): SignatureShelf {
  const bandsOfOne = orders / rows
  let count = 0
  let numbers = new Uint32Array(0)
  let bands = chainBands(0)
  const hashOf = (band: number): number => {
    let hash = band % bandsOfOne
    for (let row = 0; row < rows; row++)
      hash = mixed(hash ^ (numbers[band * rows + row] ?? 0))
    return hash
  }
  const isSame = (one: number, other: number): boolean => {
    if (one % bandsOfOne !== other % bandsOfOne) return false
    for (let row = 0; row < rows; row++)
      if (numbers[one * rows + row] !== numbers[other * rows + row]) return false
    return true
  }
  const grow = (): void => {
    const more = new Uint32Array(Math.max(64 * orders, numbers.length * 2))
    more.set(numbers)
    numbers = more
    bands = chainBands(numbers.length / rows)
    for (let band = 0; band < count * bandsOfOne; band++) bands.add(band, hashOf(band))
  }
  return {
    add(signature) {
      if ((count + 1) * orders > numbers.length) grow()
      numbers.set(signature, count * orders)
      const found = new Set<number>()
      for (let n = 0; n < bandsOfOne; n++) {
        const band = count * bandsOfOne + n
        for (const other of bands.add(band, hashOf(band)))
          if (isSame(band, other)) found.add(Math.floor(other / bandsOfOne))
      }
      count++
      return [...found].sort((a, b) => a - b)
    },
    share(one, other) {
      let same = 0
      for (let n = 0; n < orders; n++)
        if (numbers[one * orders + n] === numbers[other * orders + n]) same++
      return same / orders
    }
  }
}

/** Chains of bands that have one hash, or by chance one bucket. */
function chainBands(size: number) {
  const newest = new Int32Array(2 ** Math.ceil(Math.log2(size + 1))).fill(-1)
  const before = new Int32Array(size)
  return {
    /** @returns the bands of its chain that were there before */
    add(band: number, hash: number): Generator<number> {
      const bucket = hash & (newest.length - 1)
      const last = newest[bucket] ?? -1
      before[band] = last
      newest[bucket] = band
      return follow(last)
    }
  }
  function* follow(first: number): Generator<number> {
    for (let at = first; at >= 0; at = before[at] ?? -1) yield at
  }
}

/** The finaliser of MurmurHash3: every bit of the result hangs on every bit of the number. */
export function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}
