import {printPage} from '../extract/lines.ts'
import {parsePage, textBelow} from '../extract/parse.ts'
import {runsOf} from '../extract/runs.ts'

/** Tells whether texts are what stands in their source, by what that is written in. */
export interface SourceTexts {
  /** True where a slice of the source is printed otherwise than as a text of the tree. */
  differs(slice: string, value: string): boolean
  /** The same of what is set aside, between whose pieces there may be markup. */
  differsAside(slice: string, value: string): boolean
}

/** What stands in a source of a media type. */
export function sourceTexts(mediaType: string): SourceTexts {
  if (mediaType === 'text/plain') return {differs: isOther, differsAside: isOther}
  const isPage = mediaType !== 'text/markdown'
  const prints = isPage ? [printHtml, printData] : [printMarkdown]
  const differs = (slice: string, value: string): boolean => {
    if (slice === value) return false
    const bare = oneSpace(value)
    return (
      oneSpace(slice) !== bare && prints.every((print) => oneSpace(print(slice)) !== bare)
    )
  }
  return {
    differs,
    differsAside: (slice, value) =>
      differs(slice, value) &&
      differs(slice.replace(tag, ''), value) &&
      !(isPage && isParsedAs(slice, value))
  }
}

const isOther = (slice: string, value: string): boolean => slice !== value

/** Comments and tags between two pieces of a page's text, or of Markdown's. */
const tag = /<!--(?:[^-]|-(?!->))*(?:-->)?|<[a-z/!?][^>]*>?/giu

/** A page writes one space as any white space, and letters as references. */
const printHtml = (slice: string): string =>
  runsOf(slice, 0, false)
    .map((run) => run.text)
    .join('')

/** The data of a script write what they hold with the escapes of JSON, markup and its references among it. */
const printData = (slice: string): string =>
  printHtml(
    slice.replace(/\\(?:u([0-9a-f]{4})|(.))/giu, (_, code?: string, char?: string) =>
      code
        ? String.fromCharCode(Number.parseInt(code, 16))
        : char && 'nrtbf'.includes(char)
          ? ' '
          : (char ?? '')
    )
  )

/** Markdown does too, with fewer kinds of references, and sets a backslash before what is no mark. */
const printMarkdown = (slice: string): string =>
  slice.replace(
    /\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/gu,
    (written, character?: string) => character ?? printHtml(written)
  )

/**
 * The longer way, for a piece with elements that print nothing, or tags that only a parser can tell. White space between
 * rows of a table stays in the table where a browser moves the words around it before it.
 */
function isParsedAs(slice: string, value: string): boolean {
  const html = `<body>${slice}`
  const root = parsePage(html)
  const printed = printPage(root, html).lines.map(({text}) => text)
  return [printed.join(' '), textBelow(root)].some(
    (text) => noSpace(text) === noSpace(value)
  )
}

const noSpace = (text: string): string => oneSpace(text).replaceAll(' ', '')

/** A null is no text. */
const oneSpace = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/[ \t\r\n\f]+/gu, ' ')
    .trim()
