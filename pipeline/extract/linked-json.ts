/** First and one-past-last UTF-16 code unit of a value in its page; of a string without its quotation marks. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** An object or a list of JSON as it was read. */
type Holder = Record<string, unknown> | unknown[]

const places = new WeakMap<object, Map<string, Place>>()

/** Where a value of JSON stands in its page; null where it does not come from there. @param holder an object or a list */
export const placeIn = (holder: object, key: string | number): Place | null =>
  places.get(holder)?.get(String(key)) ?? null

/**
 * JSON as sites write it (raw line ends in strings, commas too many, comments and CDATA marks around it), every
 * value of it with its place; null where it is none.
 * @param start where the text begins in its page
 */
export function readJson(text: string, start: number): unknown {
  const bare = blanked(text)
  for (const attempt of [bare, bare.replace(/\p{Cc}/gu, ' '), withoutCommas(bare)]) {
    try {
      JSON.parse(attempt)
      return build(attempt, start)
    } catch {
      // A SyntaxError: the next attempt, or nothing.
    }
  }
  return null
}

const spaces = (text: string): string => ' '.repeat(text.length)

/** Marks around the data, each as many spaces: offsets stay. */
function blanked(text: string): string {
  const front =
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u.exec(
      text
    )?.[0] ?? ''
  let rest = text.slice(front.length)
  const trailing = [
    /;\s*$/u,
    /(?:-->|(?:\/\/[ \t]?)?\]\]>|\/\*[ \t]?\]\]>[ \t]?\*\/)\s*$/u,
    /;\s*$/u
  ]
  for (const pattern of trailing) {
    const end = rest.trimEnd()
    rest = end.replace(pattern, spaces) + spaces(rest.slice(end.length))
  }
  return spaces(front) + rest
}

/** Without commas before an end. */
const withoutCommas = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/,(?=\s*[}\]])/gu, ' ')

/** Builds the data of a text that is JSON, and notes the place of each value that is no object and no list. */
function build(text: string, from: number): unknown {
  const root: unknown[] = []
  const open: Holder[] = [root]
  let key: string | null = null
  const put = (value: unknown, place?: Place): void => {
    const holder = open.at(-1) ?? root
    const name = Array.isArray(holder) ? String(holder.length) : (key ?? '')
    if (place) placesOf(holder).set(name, place)
    if (Array.isArray(holder)) holder.push(value)
    else if (name !== '__proto__') holder[name] = value
    key = null
  }
  for (const {token, start, end} of tokens(text)) {
    const holder = open.at(-1) ?? root
    if (token === '{' || token === '[') {
      const made: Holder = token === '{' ? {} : []
      put(made)
      open.push(made)
    } else if (token === '}' || token === ']') open.pop()
    else if (token.startsWith('"') && key === null && !Array.isArray(holder))
      key = String(JSON.parse(token))
    else {
      const quote = token.startsWith('"') ? 1 : 0
      const value: unknown = JSON.parse(token)
      put(value, {start: from + start + quote, end: from + end - quote})
    }
  }
  return root[0]
}

function placesOf(holder: object): Map<string, Place> {
  const known = places.get(holder) ?? new Map<string, Place>()
  places.set(holder, known)
  return known
}

/** Brackets, strings and other values of JSON, in order. */
function* tokens(text: string): Generator<Place & {readonly token: string}> {
  const next = /[[\]{}"]|[^\s[\]{}",:]+/gu
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const start = found.index
    const end = found[0] === '"' ? endOfString(text, start) : next.lastIndex
    next.lastIndex = end
    yield {token: text.slice(start, end), start, end}
  }
}

/** One past the quotation mark that ends a string. */
function endOfString(text: string, start: number): number {
  let end = start
  do {
    end = text.indexOf('"', end + 1)
    if (end < 0) return text.length
  } while (isEscaped(text, end))
  return end + 1
}

/** True behind an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let count = 0
  while (text[at - 1 - count] === '\\') count++
  return count % 2 === 1
}
