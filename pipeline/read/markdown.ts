import type {Element, Root as HastRoot} from 'hast'
import type {Nodes, Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {toHast} from 'mdast-util-to-hast'
import {gfm} from 'micromark-extension-gfm'
import {printPage} from '../extract/lines.ts'
import type {Box, Line} from '../extract/page.ts'
import {elements} from '../extract/parse.ts'
import type {PageFact} from '../extract/types.ts'
import type {ExtractionSettings} from '../source/settings.ts'
import {frontMatterFacts} from './front-matter.ts'
import {type PageOrigin, readPage} from './html.ts'
import {markdownRuns} from './markdown-runs.ts'
import {type Read, readText} from './text.ts'

/**
 * Reads Markdown (CommonMark with GitHub's tables, footnotes and strikethrough): what it prints is the
 * article, what its front matter says are facts that it states. HTML in it is set aside. Where the place
 * of a text cannot be told, all of it is read as plain text: nothing may be lost.
 * @see https://spec.commonmark.org/0.31.2/ https://github.github.com/gfm/
 */
export function readMarkdown(
  text: string,
  settings: ExtractionSettings,
  {address}: PageOrigin = {}
): Read {
  const matter = frontMatter.exec(text)
  const yaml = matter?.[1] ?? ''
  const end = matter?.[0].length ?? 0
  const tree = fromMarkdown(blanked(text, end), {
    extensions: [gfm()],
    mdastExtensions: extensions
  })
  const body = printPage(asPage(tree), text, markdownRuns).lines
  const head = linesOf(text, 0, end)
  const raw = [...htmlIn(tree)].flatMap(({position}) =>
    linesOf(text, position?.start.offset ?? 0, position?.end.offset ?? 0)
  )
  const lines = [...head, ...body, ...raw].sort((a, b) => startOf(a) - startOf(b))
  if (!isPlaced(lines, text)) return readText(text)
  const facts = frontMatterFacts(yaml, head)
  const aside = new Map<Line, string>([
    ...head.map((line) => [line, 'front-matter'] as const),
    ...raw.map((line) => [line, 'raw-html'] as const),
    ...repeatedTitle(body, facts)
  ])
  const reasons = lines.map((line) => aside.get(line) ?? null)
  const places = facts.map((fact) => atLine(fact, head, lines))
  return readPage(
    {
      html: text,
      ...(address ? {address} : {}),
      lines,
      reasons,
      facts: places,
      kinds: []
    },
    settings
  )
}

/** The text without front matter and a byte order mark, which the parser would drop; every offset stays. */
const blanked = (text: string, end: number): string =>
  (
    text.slice(0, end).replace(/[^\r\n]/gu, (sign) => ' '.repeat(sign.length)) +
    text.slice(end)
  ).replace(/^\uFEFF/u, ' ')

/** Those of GitHub, but for a search for addresses after the parse, which leaves texts without a place. */
const extensions = gfmFromMarkdown().map(({transforms: _transforms, ...rest}) => rest)

/** YAML between fences at the start of a file, where its first line has a key. @see https://jekyllrb.com/docs/front-matter/ */
const frontMatter =
  /^---[ \t]*\r?\n(?=[^\n:]+:)((?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

/** True where each text stands where it is said to, in the order of the source. */
function isPlaced(lines: readonly Line[], text: string): boolean {
  const runs = lines.flatMap((line) => line.runs)
  return runs.every(
    (run, n) =>
      run.start >= (runs[n - 1]?.end ?? 0) &&
      (run.same
        ? text.startsWith(run.text, run.start)
        : run.end - run.start <= longestReference)
  )
}

/** What is written otherwise than it is printed is an escape, a line end, or a reference of at most this many characters. */
const longestReference = 33

const startOf = (line: Line): number => line.runs[0]?.start ?? 0

/** The tree of the page that Markdown stands for; texts without a place get that of their element. */
function asPage(tree: Root): HastRoot {
  const made = toHast(tree)
  const root: HastRoot = made.type === 'root' ? made : {type: 'root', children: []}
  for (const element of elements(root)) if (element.tagName === 'pre') placeCode(element)
  return root
}

/** The text of a code block stands in the block. */
function placeCode(block: Element): void {
  for (const code of block.children)
    if (code.type === 'element' && block.position)
      for (const child of code.children)
        if (child.type === 'text') {
          child.value = child.value.replace(/\n$/u, '')
          child.position = block.position
        }
}

/** Blocks of HTML; tags within a line print nothing themselves. */
function* htmlIn(node: Nodes): Generator<Nodes> {
  if (node.type === 'html') yield node
  if ('children' in node && node.type !== 'paragraph')
    for (const child of node.children) yield* htmlIn(child)
}

/** The lines of a piece of the source as they are written. */
function linesOf(text: string, from: number, to: number): Line[] {
  const block = boxOf(from, to)
  return [...text.slice(from, to).matchAll(/[^\r\n]+/gu)].flatMap(({0: line, index}) => {
    const value = line.trim()
    if (value === '') return []
    const start = from + index + line.indexOf(value)
    const run = {text: value, start, end: start + value.length, same: true}
    return [{text: value, runs: [run], block, inner: block, linked: 0, bold: 0}]
  })
}

/** A box of our own around lines that no element prints. */
function boxOf(start: number, end: number): Box {
  const point = (offset: number) => ({line: 1, column: 1, offset})
  const element: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: [],
    position: {start: point(start), end: point(end)}
  }
  return {
    element,
    tag: 'div',
    parent: null,
    depth: 1,
    index: 0,
    tokens: [],
    hidden: false,
    first: 0,
    last: 0
  }
}

/** A first heading that says again what the front matter gives as the title. */
function repeatedTitle(
  body: readonly Line[],
  facts: readonly PageFact[]
): [Line, string][] {
  const title = facts.find(({field}) => field === 'headline')?.fact.value
  const first = body[0]
  return first && first.block.tag === 'h1' && first.text === title
    ? [[first, 'repeated-masthead']]
    : []
}

/** A fact of the front matter's lines, as one of all lines. */
function atLine(fact: PageFact, head: readonly Line[], lines: readonly Line[]): PageFact {
  const line = fact.printed && head[fact.printed.line]
  return fact.printed && line
    ? {...fact, printed: {...fact.printed, line: lines.indexOf(line)}}
    : fact
}
