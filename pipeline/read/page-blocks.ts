import type {Anchor} from '../extract/anchors.ts'
import {isPreformatted, verbatimRuns} from '../extract/preformatted.ts'
import type {Projection} from '../extract/projection.ts'
import type {Run} from '../extract/runs.ts'
import type {Structure} from '../extract/structure.ts'
import {pageSpan} from '../extract/surroundings.ts'
import type {ExtractedPage} from '../extract/types.ts'
import type {Block, Picture} from '../source/reading.ts'
import {firstWhere} from '../tree/halving.ts'
import type {Hyperlink} from '../tree/links.ts'

/** Where the lines and images of a page stand in the text that is read. */
export interface Print {
  readonly lines: readonly {
    readonly start: number
    readonly end: number
    readonly runs: readonly Run[]
  }[]
  readonly images: readonly number[]
}

/** A page whose text has been printed. */
export interface PrintedLines {
  readonly page: ExtractedPage
  readonly structure: Structure
  readonly print: Print
  readonly text: string
  /** Lines that readers wrote. */
  readonly comments: ReadonlySet<number>
}

/** Adds every line of a page to the text that is read, and a line without text for each image. */
export function printLines(
  page: ExtractedPage,
  structure: Structure,
  projection: Projection
): Print {
  const lines: {start: number; end: number; runs: readonly Run[]}[] = []
  const images: number[] = []
  const facts = new Set(page.facts.flatMap(({printed}) => printed?.line ?? []))
  const addImages = (before: number): void => {
    for (let image = structure.images[images.length]; image; ) {
      if (image.start >= before) return
      const last = page.lines[lines.length - 1]
      // An image in the middle of a line stands behind it.
      const from = Math.max(image.start, last ? pageSpan(last).end : 0)
      const run = {text: '', start: from, end: Math.max(from, image.end), same: false}
      images.push(projection.add([from === image.start ? run : {...run, end: from}]))
      image = structure.images[images.length]
    }
  }
  for (const [n, line] of page.lines.entries()) {
    addImages(pageSpan(line).start)
    // Places within facts and captions count in the line as it is printed.
    const isCounted = facts.has(n) || structure.captioned.has(n)
    const isVerbatim = page.reasons[n] === null && !isCounted && isPreformatted(line)
    const before = page.lines[n - 1]
    const follows = before?.block === line.block && page.reasons[n - 1] === null
    const {lead, runs} = isVerbatim
      ? verbatimRuns(line, follows ? before : undefined, page.html)
      : {lead: [], runs: line.runs}
    const from = projection.add([...lead, ...runs])
    const start = from + lengthOf(lead)
    lines.push({start, end: start + lengthOf(runs), runs})
  }
  addImages(Number.POSITIVE_INFINITY)
  return {lines, images}
}

const lengthOf = (runs: readonly {readonly text: string}[]): number =>
  runs.reduce((sum, run) => sum + run.text.length, 0)

/** The lines of the article that are its running text. */
export function blocksOf({
  page,
  structure,
  print,
  text,
  comments
}: PrintedLines): Block[] {
  let before: unknown = null
  return page.lines.flatMap((line, n) => {
    if (page.reasons[n] !== null || structure.captioned.has(n)) return []
    const {start, end} = print.lines[n] ?? {start: 0, end: 0}
    const isSame = before === line.block
    before = line.block
    const within = structure.parts.get(n) ?? []
    const depth = /^h([1-6])$/u.exec(line.block.tag)?.[1]
    const hint = structure.hints.get(n)
    return {
      start,
      end,
      text: text.slice(start, end),
      blankBefore: isSame ? 0 : 1,
      ...(depth && !/[?؟]\s*$/u.test(line.text) ? {heading: Number(depth)} : {}),
      ...(within.length > 0 ? {within, heading: false} : {}),
      ...(structure.notes.has(n) ? {role: 'note'} : {}),
      ...(comments.has(n) ? {role: 'comment', heading: false} : {}),
      ...(hint ? {hint} : {})
    } satisfies Block
  })
}

/** The images of the article, each with its captions. */
export function picturesOf({structure, print, text}: PrintedLines): Picture[] {
  return structure.images.map((image, n) => {
    const place = print.images[n] ?? 0
    const captions = image.captions.flatMap(({line, start, end, role}): Block[] => {
      const from = print.lines[line]?.start ?? 0
      const printed = text.slice(from + start, from + end)
      const value = printed.trim()
      const first = from + start + printed.length - printed.trimStart().length
      if (!value) return []
      return [
        {start: first, end: first + value.length, text: value, blankBefore: 0, role}
      ]
    })
    return {
      start: Math.min(place, ...captions.map((each) => each.start)),
      end: Math.max(place, ...captions.map((each) => each.end)),
      ...(image.url === null ? {} : {url: image.url}),
      ...(image.alt ? {alt: image.alt} : {}),
      captions
    }
  })
}

/**
 * The links in the article and its captions, as spans of the text, one for each line that it covers;
 * those with an unsafe address apart.
 */
export function linksOf({page, structure, print, text}: PrintedLines): {
  links: Hyperlink[]
  unsafe: Hyperlink[]
} {
  const links: Hyperlink[] = []
  const unsafe: Hyperlink[] = []
  for (const [n, line] of print.lines.entries()) {
    if (page.reasons[n] !== null && !structure.captioned.has(n)) continue
    for (const covered of coveredBy(structure.anchors, line)) {
      const link = linkOf(covered, print, text)
      if (link && covered.anchor.isUnsafe) unsafe.push(link)
      else if (link && (link.url ?? link.target) !== undefined) links.push(link)
    }
  }
  return {links, unsafe}
}

function linkOf(
  {anchor: {url, line}, start, end}: Covered,
  print: Print,
  text: string
): Hyperlink | null {
  const words = text.slice(start, end)
  if (!words.trim()) return null
  const from = start + words.length - words.trimStart().length
  const target = line === null ? undefined : print.lines[line]?.start
  return {
    start: from,
    end: from + words.trim().length,
    ...(url === null ? {} : {url}),
    ...(target === undefined ? {} : {target})
  }
}

interface Covered {
  readonly anchor: Anchor
  readonly start: number
  end: number
}

/** The pieces of a line that stand in anchors. */
function coveredBy(
  anchors: readonly Anchor[],
  {start, runs}: Print['lines'][number]
): Covered[] {
  const covered: Covered[] = []
  let at = start
  for (const run of runs) {
    const end = at + run.text.length
    const anchor = anchorAt(anchors, run.start)
    const last = covered.at(-1)
    if (last && last.anchor === anchor && last.end === at) last.end = end
    else if (anchor) covered.push({anchor, start: at, end})
    at = end
  }
  return covered
}

/** The anchor around an offset of the page, found by halving. */
function anchorAt(anchors: readonly Anchor[], offset: number): Anchor | undefined {
  const behind = firstWhere(anchors.length, (n) => (anchors[n]?.start ?? 0) > offset)
  const anchor = anchors[behind - 1]
  return anchor && offset < anchor.end ? anchor : undefined
}
