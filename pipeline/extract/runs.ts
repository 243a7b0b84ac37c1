import {parsePage, textBelow} from './parse.ts'

/** A piece of printed text and the piece of the page it is written as. */
export interface Run {
  readonly text: string
  /** First and one-past-last UTF-16 code unit in the page. */
  readonly start: number
  readonly end: number
  /** False where the page writes it otherwise (a character reference, white space made one space). */
  readonly same: boolean
}

const reference = /&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)/y
const known = new Map<string, Reference | null>()
/** Entries of the memory of references; a page of a million different ones must not fill it. */
const mostKnown = 4096

/** A character reference: what it stands for, and its length as it is written. */
export interface Reference {
  readonly text: string
  readonly length: number
}

/** The character reference at an offset; null where none is. The parser knows what it stands for. */
export function referenceAt(page: string, at: number): Reference | null {
  reference.lastIndex = at
  const written = reference.exec(page)?.[0]
  if (!written) return null
  const before = known.get(written)
  if (before !== undefined) return before
  const found = decode(written)
  if (known.size >= mostKnown) known.clear()
  known.set(written, found)
  return found
}

function decode(written: string): Reference | null {
  const decoded = textBelow(parsePage(`<body>x${written}`)).slice(1)
  if (decoded === written) return null
  // Old references need no semicolon: of `&notit;` the parser reads `&not`.
  let behind = 0
  while (
    behind < decoded.length - 1 &&
    decoded.at(-1 - behind) === written.at(-1 - behind)
  )
    behind++
  return {
    text: decoded.slice(0, decoded.length - behind),
    length: written.length - behind
  }
}

/** Characters that are one space in print, but for those of an own width. */
const blank = /[\t\n\f\r ]+/y

/**
 * Splits the source of a text node into runs, white space made one space: what is written as it is
 * printed, each reference, each white space. @param start of the text in the page
 */
export function runsOf(written: string, start: number, keepsLines: boolean): Run[] {
  const runs: Run[] = []
  let at = 0
  let from = 0
  const flush = (to: number): void => {
    if (to <= from) return
    runs.push({
      text: written.slice(from, to),
      start: start + from,
      end: start + to,
      same: true
    })
  }
  const add = (length: number, text: string): void => {
    flush(at)
    runs.push({text, start: start + at, end: start + at + length, same: false})
    at += length
    from = at
  }
  while (at < written.length) {
    const code = written.charCodeAt(at)
    if (code === 0x26) {
      const found = referenceAt(written, at)
      if (found) add(found.length, printedAs(found.text, keepsLines))
      else at++
    } else if (code <= 0x20 && isBlank(code) && !isPlainSpace(written, at)) {
      blank.lastIndex = at
      const found = blank.exec(written)?.[0] ?? ' '
      add(found.length, printedAs(found, keepsLines))
    } else if (code === 0) add(1, '')
    else at++
  }
  flush(at)
  return runs
}

/** White space is one space in print, or a line end where those are kept; all else is itself. */
function printedAs(text: string, keepsLines: boolean): string {
  if (/[^\t\n\f\r ]/u.test(text)) return text
  return keepsLines && /[\n\r]/u.test(text) ? '\n' : ' '
}

/** White space of HTML, which print makes one space. */
export const isBlank = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d

/** One space between two other characters is printed as it is written. */
const isPlainSpace = (written: string, at: number): boolean =>
  written.charCodeAt(at) === 0x20 &&
  at + 1 < written.length &&
  !isBlank(written.charCodeAt(at + 1))
