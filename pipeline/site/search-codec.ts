const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_'
const values = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]))

/**
 * Numbers from 0 on as letters, digits, `-` and `_`: five bits each, the lowest first; 32 is added
 * while more follow.
 */
function encodeNumbers(numbers: Iterable<number>): string {
  let text = ''
  for (const number of numbers) {
    let rest = number
    do {
      const low = rest % 32
      rest = (rest - low) / 32
      text += digits[rest > 0 ? low + 32 : low]
    } while (rest > 0)
  }
  return text
}

/** The numbers that `encodeNumbers` wrote. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = []
  let number = 0
  let unit = 1
  for (let n = 0; n < text.length; n++) {
    const value = values.get(text.charCodeAt(n)) ?? 0
    number += (value % 32) * unit
    unit *= 32
    if (value >= 32) continue
    numbers.push(number)
    number = 0
    unit = 1
  }
  return numbers
}

/** A document that a word stands in: its number, doubled, and one more where it stands there twice. */
export type Hit = number

/** Hits in rising order as the distances between their documents. */
export function encodeHits(hits: readonly Hit[]): string {
  let last = 0
  return encodeNumbers(
    hits.map((hit) => {
      const gap = hit - last
      last = hit - (hit % 2)
      return gap
    })
  )
}

export function decodeHits(text: string): Hit[] {
  let last = 0
  return decodeNumbers(text).map((gap) => {
    const hit = last + gap
    last = hit - (hit % 2)
    return hit
  })
}

/** Documents that follow one another: the first, and how many. */
export type Run = readonly [first: number, count: number]

/** Documents in rising order, as runs. */
export function runsOf(documents: Iterable<number>): Run[] {
  const runs: [number, number][] = []
  for (const document of documents) {
    const last = runs.at(-1)
    if (last && last[0] + last[1] === document) last[1]++
    else runs.push([document, 1])
  }
  return runs
}

/** Runs in rising order: of each how many documents are skipped before it, and how many it has. */
export function encodeRuns(runs: readonly Run[]): string {
  let next = 0
  return encodeNumbers(
    runs.flatMap(([first, count]) => {
      const skipped = first - next
      next = first + count
      return [skipped, count]
    })
  )
}

export function decodeRuns(text: string): Run[] {
  const runs: Run[] = []
  const numbers = decodeNumbers(text)
  let next = 0
  for (let n = 0; n < numbers.length; n += 2) {
    const first = next + (numbers[n] ?? 0)
    const count = numbers[n + 1] ?? 0
    runs.push([first, count])
    next = first + count
  }
  return runs
}
