import {decodeString, type JsonValue, readJson} from './json-values.ts'
import {printPage} from './lines.ts'
import {parsePage} from './parse.ts'
import type {Run} from './runs.ts'

/** One paragraph of a body in a page's data: its pieces, each where a script writes it. */
export interface EmbeddedLine {
  readonly text: string
  readonly runs: readonly Run[]
  readonly tag: string
}

const scripts = /<script\b([^<>]*)>/giu
/** Data by their type, by what Next.js names them, and what a script assigns to its window. */
const isData = /type\s*=\s*["']?application\/(?:ld\+)?json|__NEXT_DATA__/iu
const assigned =
  /^\s*(?:(?:var|let|const)\s+)?(?:window(?:\.\w+|\[["']\w+["']\])|\w+)\s*=\s*(?=[{[])/u
/** Shorter data hold no article, in UTF-16 code units. */
const shortest = 1500
/** Keys of what is printed; in an array of pieces, anything else is a name, an address or a style. */
const printed =
  /^(?:text|value|content|html|body|articlebody|paragraph|copy|data|markup|contents?html|bodyhtml|richtext)$/iu
/** What is JSON within a string, or a script. */
const isCode = /^\s*(?:[[{]|<s(?:cript|tyle)|function)/iu
/** A body has at least so many characters. */
const leastBody = 500

/** Bodies in the data of a page's scripts, the longest first. */
export function embeddedBodies(page: string): EmbeddedLine[][] {
  const found: EmbeddedLine[][] = []
  scripts.lastIndex = 0
  for (let tag = scripts.exec(page); tag; tag = scripts.exec(page)) {
    const start = scripts.lastIndex
    const end = page.indexOf('</script', start)
    if (end < 0) break
    scripts.lastIndex = end
    if (end - start < shortest) continue
    const data = dataAt(page, {start, end, attributes: tag[1] ?? ''})
    if (data) found.push(...bodiesIn(page, data))
  }
  return found.sort((a, b) => lengthOf(b) - lengthOf(a))
}

function dataAt(
  page: string,
  {start, end, attributes}: {start: number; end: number; attributes: string}
): JsonValue | null {
  if (isData.test(attributes)) {
    const first = page.slice(start, Math.min(end, start + 100)).search(/[{[]/u)
    return first < 0 ? null : readJson(page, {start: start + first, end})
  }
  const opening = assigned.exec(page.slice(start, Math.min(end, start + 200)))
  return opening ? readJson(page, {start: start + opening[0].length, end}) : null
}

/** The longest string, and the array whose elements hold most text. */
function bodiesIn(page: string, root: JsonValue): EmbeddedLine[][] {
  const strings: JsonValue[] = []
  const arrays: JsonValue[] = []
  const open = [root]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'string' && next.end - next.start >= leastBody) strings.push(next)
    if (next.kind === 'array' && isText(page, next)) arrays.push(next)
    for (const child of next.children) open.push(child)
  }
  const longest = strings
    .filter(
      ({key, start}) => printed.test(key) && !isCode.test(page.slice(start, start + 9))
    )
    .reduce<JsonValue | null>(
      (a, b) => (!a || b.end - b.start > a.end - a.start ? b : a),
      null
    )
  const sizes = sizesOf(page, root)
  const richest = arrays.reduce<{array: JsonValue; size: number} | null>(
    (best, array) => {
      const parts = array.children
        .map((each) => sizes.get(each) ?? 0)
        .filter((own) => own >= 60)
      const size = parts.reduce((sum, own) => sum + own, 0)
      // An array with most of its text in one element is around the one that is meant.
      if (Math.max(0, ...parts.slice(0, 10_000)) > size * 0.6) return best
      return size > (best?.size ?? leastBody) ? {array, size} : best
    },
    null
  )
  return [
    ...(longest ? [linesOfString(page, longest)] : []),
    ...(richest
      ? [richest.array.children.flatMap((each) => linesOfPieces(page, stringsIn(each)))]
      : [])
  ].filter((lines) => lengthOf(lines) >= leastBody)
}

const lengthOf = (lines: readonly EmbeddedLine[]): number =>
  lines.reduce((sum, {text}) => sum + text.length, 0)

/** Characters of the printed strings in each value that is an element of an array; an array in another counts for itself. */
function sizesOf(page: string, root: JsonValue): Map<JsonValue, number> {
  const order = [root]
  for (let n = 0; n < order.length; n++)
    order.push(...(order[n]?.children ?? []).slice(0, 20_000))
  const sizes = new Map<JsonValue, number>()
  for (const value of order.reverse()) {
    const own = isPiece(value) && reads(page, value) ? value.end - value.start : 0
    const size = (sizes.get(value) ?? 0) + own
    sizes.set(value, size)
    if (value.parent) sizes.set(value.parent, (sizes.get(value.parent) ?? 0) + size)
  }
  return sizes
}

/** True for a string of several words. */
const reads = (page: string, {start, end}: JsonValue): boolean =>
  page.slice(start, Math.min(end, start + 200)).split(' ').length > 5

/** True for an array of objects, or of strings that read; one of both, names among them, is a program's own. */
function isText(page: string, {children}: JsonValue): boolean {
  const strings = children.filter(({kind}) => kind === 'string')
  const reading = strings.filter((each) => reads(page, each))
  return children.length > 1 && reading.length >= strings.length * 0.8
}

/** A string that is printed: by its key, or by standing in an array, and with letters. */
const isPiece = ({kind, key, start, end}: JsonValue): boolean =>
  kind === 'string' && end > start && (printed.test(key) || key === '')

function stringsIn(value: JsonValue): JsonValue[] {
  const found: JsonValue[] = []
  const open = [value]
  for (let next = open.pop(); next; next = open.pop()) {
    if (isPiece(next)) found.push(next)
    for (const child of next.children.toReversed()) open.push(child)
  }
  return found
}

/** Pieces of one paragraph; one that is markup or has line ends is several. */
function linesOfPieces(page: string, pieces: readonly JsonValue[]): EmbeddedLine[] {
  const lines = pieces.map((piece) => linesOfString(page, piece))
  const isOne = lines.every((each) => each.length <= 1)
  if (!isOne) return lines.flat()
  const all = lines.flat()
  const text = all.map((each) => each.text).join('')
  const runs = all.flatMap((each) => each.runs)
  return text.trim() ? [{text, runs, tag: all[0]?.tag ?? 'p'}] : []
}

function linesOfString(page: string, value: JsonValue): EmbeddedLine[] {
  const {text, offsets} = decodeString(page, value)
  if (!/<\/?[a-z]|&[#a-z]/iu.test(text)) {
    const lines: EmbeddedLine[] = []
    for (const {0: line, index} of text.matchAll(/[^\n]+/gu))
      lines.push(
        lineOf([{text: line, start: index, end: index + line.length, same: true}], 'p', {
          page,
          offsets
        })
      )
    return lines.filter((line) => line.text.trim())
  }
  return printPage(parsePage(text), text).lines.map(({runs, block}) =>
    lineOf(runs, /^h[2-6]$|^li$/u.test(block.tag) ? block.tag : 'p', {page, offsets})
  )
}

/** A line of a decoded string, each of its pieces where it is written. */
function lineOf(
  decoded: readonly Run[],
  tag: string,
  {page, offsets}: {page: string; offsets: readonly number[]}
): EmbeddedLine {
  const runs: Run[] = []
  const at = (offset: number): number => offsets[offset] ?? 0
  for (const run of decoded) {
    if (!run.same) {
      runs.push({...run, start: at(run.start), end: at(run.end)})
      continue
    }
    for (let from = 0; from < run.text.length; ) {
      let to = from + 1
      const isPlain = (n: number): boolean =>
        at(run.start + n + 1) - at(run.start + n) === 1
      if (isPlain(from)) while (to < run.text.length && isPlain(to)) to++
      const start = at(run.start + from)
      const end = at(run.start + to)
      const text = run.text.slice(from, to)
      if (end > start)
        runs.push({text, start, end, same: page.slice(start, end) === text})
      from = to
    }
  }
  return {text: runs.map(({text}) => text).join(''), runs, tag}
}
