import type {Element, Root, RootContent, Text} from 'hast'
import {partInterlaced} from './interlaced.ts'
import type {Box, Line, PrintedPage} from './page.ts'
import {attribute} from './parse.ts'
import {isBlank, type Run} from './runs.ts'
import {sourceRuns, type TextSpan} from './source-text.ts'
import {tokensOf} from './tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that stand in a line. What is not named here begins and ends one. */
export const inline = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr math mi mo mn'
)
/** Elements that print no text, or text that is not the page's. */
export const unprinted = words(
  'script style template noscript head iframe object embed applet svg canvas video audio map select datalist textarea noframes noembed frameset title meta link'
)
/** Elements whose text is printed as it is written. */
const raws = words('plaintext xmp')
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/u

/** Tells what is printed of a text node, and as what it is written. @param value the node's @param source the whole page */
export type ReadRuns = (source: string, value: string, span: TextSpan) => Run[]

interface Draft {
  readonly html: string
  readonly readRuns: ReadRuns
  readonly lines: Line[]
  readonly boxes: Box[]
  /** Of the text in each box. */
  readonly looks: Look[]
  /** Words of names that were met before: elements of one template share theirs. */
  readonly tokens: Map<string, readonly string[]>
  runs: Run[]
  length: number
  endsBlank: boolean
  linked: number
  bold: number
  inner: Box | null
}

/** A node to be printed within a box, or a box to be closed. */
type Step = Visit | {readonly close: Box}

interface Visit {
  readonly node: RootContent | Root
  readonly box: Box | null
}

/**
 * Prints a page: its lines, each with the boxes around it. Linear, without recursion.
 * @param readRuns how its source writes text, where it is no HTML
 */
export function printPage(
  root: Root,
  html: string,
  readRuns: ReadRuns = sourceRuns
): PrintedPage {
  const draft: Draft = {
    html,
    readRuns,
    lines: [],
    boxes: [],
    looks: [],
    tokens: new Map(),
    ...emptyLine()
  }
  const open: Step[] = [{node: root, box: null}]
  for (let next = open.pop(); next; next = open.pop()) {
    if ('close' in next) {
      if (!inline.has(next.close.tag)) endLine(draft, next.close)
      next.close.last = draft.lines.length
    } else if (next.node.type === 'text') {
      if (next.box) addText(draft, next.node, next.box)
    } else enter(draft, next, open)
  }
  return inSourceOrder(draft)
}

/** Adds what is to be done within a node, the last thing first. */
function enter(draft: Draft, {node, box}: Visit, open: Step[]): void {
  if (!('children' in node)) return
  if (node.type === 'element' && unprinted.has(node.tagName)) return
  const inside = node.type === 'element' ? openBox(draft, node, box) : box
  if (inside && inside !== box) open.push({close: inside})
  for (let n = node.children.length - 1; n >= 0; n--) {
    const child = node.children[n]
    if (child) open.push({node: child, box: inside})
  }
}

const emptyLine = () => ({
  runs: [],
  length: 0,
  endsBlank: true,
  linked: 0,
  bold: 0,
  inner: null
})

function openBox(draft: Draft, element: Element, parent: Box | null): Box {
  const tag = element.tagName
  if (!inline.has(tag) && parent) endLine(draft, parent)
  const {properties} = element
  const hides =
    properties.hidden !== undefined ||
    properties.ariaHidden === 'true' ||
    (properties.style !== undefined && hiddenStyle.test(attribute(element, 'style')))
  const box: Box = {
    element,
    tag,
    parent,
    depth: (parent?.depth ?? 0) + 1,
    index: draft.boxes.length,
    tokens: tokensOf(element, draft.tokens),
    hidden: hides || (parent?.hidden ?? false),
    first: draft.lines.length,
    last: draft.lines.length
  }
  draft.boxes.push(box)
  draft.looks.push(lookOf(element, draft.looks[parent?.index ?? -1] ?? plain))
  return box
}

function addText(draft: Draft, node: Text, box: Box): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return
  const {isLink, isBold, keepsLines, isRaw} = draft.looks[box.index] ?? plain
  // What indents the tags of a page is half of its texts.
  const isDropped = draft.endsBlank && !keepsLines && draft.readRuns === sourceRuns
  if (isDropped && isAllBlank(node.value)) return
  const span = {start, end, keepsLines, isRaw}
  for (const run of draft.readRuns(draft.html, node.value, span)) {
    if (keepsLines && run.text === '\n') {
      endLine(draft, box)
      continue
    }
    const printed = draft.endsBlank ? withoutBlank(run) : run
    if (printed?.text) addRun(draft, printed, {isLink, isBold, box})
  }
}

function addRun(
  draft: Draft,
  run: Run,
  {isLink, isBold, box}: Pick<Look, 'isLink' | 'isBold'> & {readonly box: Box}
): void {
  const {length} = run.text
  draft.runs.push(run)
  draft.length += length
  draft.endsBlank = run.text.endsWith(' ')
  if (isLink) draft.linked += length
  if (isBold) draft.bold += length
  if (!draft.inner && run.text.trim()) draft.inner = box
}

function isAllBlank(text: string): boolean {
  for (let n = 0; n < text.length; n++) if (!isBlank(text.charCodeAt(n))) return false
  return true
}

/** What the elements around a text do to it. */
interface Look {
  readonly isLink: boolean
  readonly isBold: boolean
  readonly keepsLines: boolean
  readonly isRaw: boolean
}
const plain: Look = {isLink: false, isBold: false, keepsLines: false, isRaw: false}

/** The look within an element. @param around that of the one it stands in */
function lookOf({tagName, properties}: Element, around: Look): Look {
  if (tagName === 'a' && properties.href !== undefined) return {...around, isLink: true}
  if (tagName === 'b' || tagName === 'strong') return {...around, isBold: true}
  if (raws.has(tagName)) return {...around, isRaw: true, keepsLines: true}
  return tagName === 'pre' ? {...around, keepsLines: true} : around
}

function withoutBlank(run: Run): Run | null {
  if (!run.text.startsWith(' ')) return run
  if (run.text === ' ') return null
  return {...run, text: run.text.slice(1), start: run.start + 1}
}

/** Ends the line at hand, its last white space left out; nothing where none is open. */
function endLine(draft: Draft, box: Box): void {
  if (draft.runs.length === 0) return
  const {inner, linked, bold} = draft
  const runs = [...draft.runs]
  const last = runs.at(-1)
  if (last?.text.endsWith(' ')) {
    runs.pop()
    if (last.text !== ' ')
      runs.push({...last, text: last.text.slice(0, -1), end: last.end - 1})
  }
  Object.assign(draft, emptyLine())
  const text = runs.map((run) => run.text).join('')
  if (!inner || !text.trim()) return
  let block = box
  while (block.parent && inline.has(block.tag)) block = block.parent
  draft.lines.push({text, runs, block, inner, linked, bold})
}

/** Lines that the parser moved go back to where they stand; boxes keep the span that they have. */
function inSourceOrder({lines, boxes}: Draft): PrintedPage {
  const isSorted = lines.every(
    (line, n) => n === 0 || startOf(line) >= endOf(lines[n - 1])
  )
  if (isSorted) return {lines, boxes}
  const parted = partInterlaced(lines)
  for (const box of boxes) {
    box.first = parted.places[box.first] ?? box.first
    box.last = parted.places[box.last] ?? box.last
  }
  return {lines: parted.lines.sort((a, b) => startOf(a) - startOf(b)), boxes}
}

const startOf = (line: Line | undefined): number => line?.runs[0]?.start ?? 0
const endOf = (line: Line | undefined): number => line?.runs.at(-1)?.end ?? 0
