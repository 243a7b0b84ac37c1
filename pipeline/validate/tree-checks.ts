import {validateArticle} from '#validators'
import type {Report} from '../diagnostics/report.ts'
import {wordSchemaError} from '../diagnostics/schema-errors.ts'
import {brokenInvariant, schemaViolation} from '../diagnostics/validate-rules.ts'
import {printPage} from '../extract/lines.ts'
import {parsePage, textBelow} from '../extract/parse.ts'
import {runsOf} from '../extract/runs.ts'
import type {Node} from '../tree/guards.ts'
import type {Article} from '../tree/types.ts'
import {walk} from '../tree/walk.ts'

/** Checks a finished tree: its schema, that positions nest and slice, that ids are unique and references lead somewhere. */
export function checkTree(article: Article, text: string, report: Report): void {
  if (!validateArticle(article)) {
    for (const error of (validateArticle.errors ?? []).slice(0, 10)) {
      const {path, problem} = wordSchemaError(error)
      report(schemaViolation, {path: path.join('/'), problem})
    }
  }
  for (const problem of [
    ...slices(article, text),
    ...nesting(article),
    ...ids(article),
    ...references(article)
  ]) {
    report(brokenInvariant, {problem})
  }
}

function* slices(article: Article, text: string): Generator<string> {
  const {mediaType} = article.source
  const isMarkdown = mediaType === 'text/markdown'
  const isPage = mediaType !== 'text/plain' && !isMarkdown
  const print = isMarkdown ? printMarkdown : isPage ? printHtml : null
  const differs = (slice: string, value: string): boolean =>
    slice !== value &&
    (!print ||
      ![slice, print(slice), ...(isPage ? [printData(slice)] : [])].some(
        (text) => oneSpace(text) === oneSpace(value)
      ))
  for (const node of walk(article)) {
    if (node.type !== 'text') continue
    const {start, end} = node.position
    if (differs(text.slice(start.offset, end.offset), node.value)) {
      yield `the text at ${start.line}:${start.column} is not what stands in the source`
    }
  }
  for (const {value, position} of article.source.setAside) {
    const slice = text.slice(position.start.offset, position.end.offset)
    if (
      differs(slice, value) &&
      differs(print ? slice.replace(tag, '') : slice, value) &&
      !(isPage && isParsedAs(slice, value))
    ) {
      yield `what is set aside at ${position.start.line}:${position.start.column} is not what stands in the source`
    }
  }
}

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

function* nesting(node: Node): Generator<string> {
  if (!('children' in node)) return
  let at = node.position.start.offset
  for (const child of node.children) {
    const {start, end} = child.position
    if (start.offset < at || end.offset > node.position.end.offset) {
      yield `the ${child.type} at ${start.line}:${start.column} lies outside of its ${node.type} or before its neighbour`
    }
    at = end.offset
    yield* nesting(child)
  }
}

function* ids(article: Article): Generator<string> {
  const seen = new Set<string>()
  for (const node of walk(article)) {
    if (!('id' in node)) continue
    if (seen.has(node.id)) yield `the id \`${node.id}\` is there twice`
    seen.add(node.id)
  }
}

function* references(article: Article): Generator<string> {
  const known = new Set(article.entities.map((entity) => entity.id))
  for (const node of walk(article)) {
    const used =
      node.type === 'mention'
        ? [node.entity]
        : node.type === 'turn' || node.type === 'quotation'
          ? [node.speaker ?? null]
          : node.type === 'dialogue'
            ? node.participants
            : []
    for (const id of used)
      if (id && !known.has(id)) yield `nothing has the id \`${id}\`, which is referred to`
  }
}
