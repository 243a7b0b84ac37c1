import type {Element} from 'hast'
import {remember} from '../tree/remember.ts'
import {around, type Box, type Line} from './page.ts'
import {attribute} from './parse.ts'
import {partedNames} from './tokens.ts'
import type {ExtractedPage} from './types.ts'

/** The elements of a page around and between the lines of its article. */
export interface Surroundings {
  readonly page: ExtractedPage
  /** Every element, in the order of the source, with its parent. */
  readonly parents: ReadonlyMap<Element, Element | null>
  /** The box of an element that has lines. */
  readonly boxes: ReadonlyMap<Element, Box>
  /** First and last line of the article, the headline included; -1 where there is none. */
  readonly first: number
  readonly last: number
  /** The innermost element around all of them. */
  readonly scope: Element | null
}

/** Looks at a page once, in linear time. */
export function surroundingsOf(page: ExtractedPage): Surroundings {
  const boxes = new Map<Element, Box>()
  for (const line of page.lines) {
    for (const box of [...around(line.block), ...around(line.inner)]) {
      if (boxes.has(box.element)) continue
      boxes.set(box.element, box)
    }
  }
  const [{block: any} = {block: null}] = page.lines
  const root = any ? [...around(any)].at(-1)?.element : undefined
  const isOwn = (n: number): boolean =>
    page.reasons[n] === null || page.reasons[n] === 'headline'
  const own = page.lines.filter((_, n) => isOwn(n))
  return {
    page,
    parents: root ? parentsOf(root) : new Map(),
    boxes,
    first: page.lines.findIndex((_, n) => isOwn(n)),
    last: page.lines.findLastIndex((_, n) => isOwn(n)),
    scope: commonBox(own)?.element ?? null
  }
}

function parentsOf(root: Element): Map<Element, Element | null> {
  const parents = new Map<Element, Element | null>()
  const open: [Element, Element | null][] = [[root, null]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [element, parent] = next
    parents.set(element, parent)
    for (let n = element.children.length - 1; n >= 0; n--) {
      const child = element.children[n]
      if (child?.type === 'element') open.push([child, element])
    }
  }
  return parents
}

/** The innermost box around all lines. */
function commonBox(lines: readonly Line[]): Box | null {
  let common: Box | null = lines[0]?.block ?? null
  for (const {block} of lines) {
    const chain = new Set(around(block))
    while (common && !chain.has(common)) common = common.parent
  }
  return common
}

/** The element and all around it, innermost first. */
export function* ancestors(
  element: Element,
  parents: Surroundings['parents']
): Generator<Element> {
  for (let each: Element | null = element; each; each = parents.get(each) ?? null)
    yield each
}

/** True where one of the words of an element's names is among those given. */
export function isNamed(element: Element, words: ReadonlySet<string>): boolean {
  const names = ['className', 'id', 'role', 'itemProp']
    .map((name) => attribute(element, name))
    .join(' ')
  return wordsOfNames(names).some((word) => words.has(word))
}

/** Elements of one template share their names. */
const wordsOfNames = remember((names) =>
  names.trim() ? partedNames(names).split(/[^a-z]+/u) : []
)

/** A set of words. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** First and one-past-last code unit of an element in its page; null for one that the parser made up. */
export function spanOf(element: Element): {start: number; end: number} | null {
  const start = element.position?.start.offset
  const end = element.position?.end.offset
  return start === undefined || end === undefined || end <= start ? null : {start, end}
}

/** First and one-past-last code unit of a line in its page. */
export const pageSpan = ({runs}: Line): {start: number; end: number} => ({
  start: runs[0]?.start ?? 0,
  end: runs.at(-1)?.end ?? 0
})

/** Elements among the children of another, by name. */
export const childrenOf = (element: Element, names: readonly string[]): Element[] =>
  element.children.flatMap((child) =>
    child.type === 'element' && names.includes(child.tagName) ? [child] : []
  )
