/** A value of JSON and where it is written. */
export interface JsonValue {
  readonly kind: 'object' | 'array' | 'string' | 'other'
  /** Under which it stands in its object; empty in an array. */
  readonly key: string
  readonly parent: JsonValue | null
  readonly children: JsonValue[]
  /** Span in the page; of a string without its quotation marks. */
  readonly start: number
  end: number
}

/** Deeper and longer data are no article. */
const limits = {depth: 200, characters: 8 * 1024 * 1024, values: 400_000} as const
const blank = /[\s,:]*/y
const other = /[^\s,:[\]{}"]+/y

/**
 * Reads JSON with the place of each value, one step at a time; what is broken ends it. Linear.
 * @param text which has it from `start`, before `end` @returns null where it is no object or array, or past all measure
 */
export function readJson(
  text: string,
  {start, end}: {start: number; end: number}
): JsonValue | null {
  const opening = text[start]
  if (opening !== '{' && opening !== '[') return null
  const root = makeValue(opening === '{' ? 'object' : 'array', {
    key: '',
    parent: null,
    start
  })
  const reading: Reading = {text, at: start + 1, open: root, depth: 1, key: null}
  for (let count = 0; count < limits.values; count++) {
    blank.lastIndex = reading.at
    blank.exec(text)
    reading.at = blank.lastIndex
    if (reading.at >= Math.min(end, start + limits.characters) || !step(reading))
      return null
    if (root.end > start) return root
  }
  return null
}

interface Reading {
  readonly text: string
  at: number
  open: JsonValue
  depth: number
  /** Of the next value of an object. */
  key: string | null
}

/** Reads one mark or value. @returns false where there is none */
function step(reading: Reading): boolean {
  const char = reading.text[reading.at]
  if (char === undefined) return false
  if (char === '}' || char === ']') {
    reading.open.end = ++reading.at
    reading.open = reading.open.parent ?? reading.open
    reading.depth--
    reading.key = null
    return true
  }
  if (char === '{' || char === '[') {
    const made = addValue(reading, char === '{' ? 'object' : 'array', reading.at++)
    reading.open = made
    return ++reading.depth <= limits.depth
  }
  return readLeaf(reading, char === '"')
}

function readLeaf(reading: Reading, isString: boolean): boolean {
  const {text, open, key} = reading
  const quote = isString ? 1 : 0
  const start = reading.at + quote
  const end = isString ? endOfString(text, start) : endOfOther(text, start)
  if (end < 0) return false
  reading.at = end + quote
  if (isString && open.kind === 'object' && key === null) {
    reading.key = text.slice(start, end)
    return true
  }
  addValue(reading, isString ? 'string' : 'other', start).end = end
  return true
}

/** Where its closing quotation mark stands; -1 where it has none. */
function endOfString(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return -1
}

function endOfOther(text: string, start: number): number {
  other.lastIndex = start
  return other.test(text) ? other.lastIndex : -1
}

function addValue(reading: Reading, kind: JsonValue['kind'], start: number): JsonValue {
  const made = makeValue(kind, {key: reading.key ?? '', parent: reading.open, start})
  reading.open.children.push(made)
  reading.key = null
  return made
}

const makeValue = (
  kind: JsonValue['kind'],
  place: Pick<JsonValue, 'key' | 'parent' | 'start'>
): JsonValue => ({kind, ...place, children: [], end: place.start})

/** A string as it is meant, and for each of its code units where that is written in the page; one more for its end. */
export interface Decoded {
  readonly text: string
  readonly offsets: readonly number[]
}

/** Others stand for themselves. */
const replaced: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\n',
  t: ' ',
  b: '',
  f: ' '
}

/** Decodes the escapes of a string. */
export function decodeString(page: string, {start, end}: JsonValue): Decoded {
  const parts: string[] = []
  const offsets: number[] = []
  const add = (char: string, at: number): void => {
    parts.push(char)
    for (let n = 0; n < char.length; n++) offsets.push(at)
  }
  let at = start
  while (at < end) {
    const char = page[at] ?? ''
    const next = page[at + 1] ?? ''
    if (char !== '\\') {
      add(char, at)
      at++
    } else if (next === 'u') {
      add(
        String.fromCharCode(Number.parseInt(page.slice(at + 2, at + 6), 16) || 0xfffd),
        at
      )
      at += 6
    } else {
      add(replaced[next] ?? next, at)
      at += 2
    }
  }
  offsets.push(end)
  return {text: parts.join(''), offsets}
}
