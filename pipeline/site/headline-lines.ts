/** How wide a text is in the face of a headline of one pixel. */
export type Measure = (text: string) => number

/** A headline as it is set. */
export interface SetHeadline {
  readonly lines: readonly string[]
  /** In pixels. */
  readonly size: number
}

/** The largest comes first; a headline of more than three lines is set in the smallest. */
const sizes = [80, 74, 68, 60, 52] as const
const mostLines = 4
/** Words beyond these could not stand on a picture in any case. */
const mostWords = 80
const mostLetters = 200
/** White space between words, in parts of the size. */
const space = 0.26

interface Word {
  readonly text: string
  /** For one pixel of size. */
  readonly width: number
}

/**
 * Breaks a headline into at most four lines of like width, as large as there is room for. What is longer
 * ends with an ellipsis.
 * @param width in pixels
 */
export function setHeadline(
  headline: string,
  width: number,
  measure: Measure
): SetHeadline {
  const words = headline
    .split(/\s+/u)
    .filter((text) => text !== '')
    .slice(0, mostWords)
    .map((text) => text.slice(0, mostLetters))
    .map((text): Word => ({text, width: measure(text)}))
  for (const size of sizes) {
    const room = width / size
    const count = fill(words, room).length
    const isSmallest = size === sizes.at(-1)
    if (words.some((word) => word.width > room)) continue
    if (count <= mostLines - 1 || (isSmallest && count <= mostLines))
      return {lines: balance(words, count, room).map(join), size}
  }
  const size = sizes.at(-1) ?? 0
  return {lines: cut(words, width / size, measure), size}
}

const join = (line: readonly Word[]): string => line.map(({text}) => text).join(' ')

/** Words into lines, each as full as it can be. */
function fill(words: readonly Word[], room: number): Word[][] {
  const lines: Word[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const word of words) {
    if (used + space + word.width <= room) {
      lines.at(-1)?.push(word)
      used += space + word.width
    } else {
      lines.push([word])
      used = word.width
    }
  }
  return lines
}

/** The narrowest lines that are no more than `count`, so that none is left with a single word. */
function balance(words: readonly Word[], count: number, room: number): Word[][] {
  const widest = Math.max(...words.map(({width}) => width))
  let [low, high] = [0, room]
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2
    if (widest <= middle && fill(words, middle).length <= count) high = middle
    else low = middle
  }
  return fill(words, high)
}

/** As many lines as there may be, the last one ending with an ellipsis. */
function cut(words: readonly Word[], room: number, measure: Measure): string[] {
  const lines = fill(
    words.map((word) => shorten(word, room)),
    room
  )
  const kept = lines.slice(0, mostLines).map((line) => [...line])
  const last = kept.at(-1) ?? []
  if (lines.length > mostLines) {
    while (last.length > 1 && measure(`${join(last)}…`) > room) last.pop()
  }
  return kept.map((line, n) =>
    n === mostLines - 1 && lines.length > mostLines
      ? `${join(line).replace(/…$/u, '')}…`
      : join(line)
  )
}

/** A word that is wider than a line, such as an address, by as much of it as there is room for. */
function shorten(word: Word, room: number): Word {
  if (word.width <= room) return word
  const letters = Array.from(
    new Intl.Segmenter('und').segment(word.text),
    ({segment}) => segment
  )
  const kept = Math.max(1, Math.floor((letters.length * room * 0.85) / word.width))
  return {text: `${letters.slice(0, kept).join('')}…`, width: room}
}
