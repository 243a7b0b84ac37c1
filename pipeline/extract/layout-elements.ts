import type {Element} from 'hast'
import {around} from './page.ts'
import {attribute, elements} from './parse.ts'
import {ancestors, childrenOf, type Surroundings, wordSet} from './surroundings.ts'

/** A cell with more text than this, in UTF-16 code units, holds a part of a page, not a value. */
const longestCell = 800
const structures = wordSet('table blockquote ul ol dl menu')

/**
 * Lists, tables and quotations that only lay out the page: what holds a heading or an image of the
 * article, a quotation with most of its text, a table in a table or without the look of data.
 */
export function layoutOnly(at: Surroundings, images: readonly Element[]): Set<Element> {
  const {lines} = at.page
  const headings = lines.filter(({block}) => /^h[1-6]$/u.test(block.tag))
  const layout = new Set<Element>()
  for (const element of [...images, ...headings.map(({block}) => block.element)])
    for (const each of ancestors(element, at.parents))
      if (structures.has(each.tagName)) layout.add(each)
  const texts = textsIn(at)
  const all = at.scope ? (texts.get(at.scope) ?? 0) : 0
  for (const element of texts.keys())
    if (element.tagName === 'table')
      for (const outer of tablesAround(element, at)) layout.add(outer)
  // What is known to be layout is not looked through: tables in tables would be, once for each around them.
  for (const [element, length] of texts)
    if (!layout.has(element) && isLayout(element, length > all * 0.6, texts))
      layout.add(element)
  return layout
}

const tablesAround = (table: Element, {parents}: Surroundings): Element[] =>
  [...ancestors(table, parents)].slice(1).filter(({tagName}) => tagName === 'table')

function isLayout(
  element: Element,
  isMost: boolean,
  texts: ReadonlyMap<Element, number>
): boolean {
  const {tagName} = element
  if (tagName === 'blockquote') return isMost
  if (tagName === 'table') return !hasData(element, texts)
  return structures.has(tagName) && isMost && holdsOne(element, texts)
}

/** Characters of the article in each element. */
function textsIn({page: {lines, reasons}}: Surroundings): Map<Element, number> {
  const texts = new Map<Element, number>()
  for (const [n, line] of lines.entries()) {
    if (reasons[n] !== null) continue
    for (const {element} of around(line.block))
      texts.set(element, (texts.get(element) ?? 0) + line.text.length)
  }
  return texts
}

/** True where one child has nearly all of the text. */
const holdsOne = (element: Element, texts: ReadonlyMap<Element, number>): boolean =>
  childrenOf(element, ['li', 'dd']).some(
    (child) => (texts.get(child) ?? 0) > (texts.get(element) ?? 0) * 0.9
  )

/** A table of data has heads, a caption, or two rows and columns at least; and values, no pieces of a page. */
function hasData(table: Element, texts: ReadonlyMap<Element, number>): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return false
  let rows = 0
  let columns = 0
  let isMarked = false
  for (const each of elements(table)) {
    const {tagName} = each
    if (tagName === 'th' || tagName === 'caption' || tagName === 'thead') isMarked = true
    if (tagName === 'tr') {
      const cells = childrenOf(each, ['td', 'th'])
      columns = Math.max(columns, cells.length)
      if (cells.some((cell) => texts.has(cell))) rows++
    }
    if ((tagName === 'td' || tagName === 'th') && (texts.get(each) ?? 0) > longestCell)
      return false
  }
  return columns > 0 && (isMarked || (rows >= 2 && columns >= 2))
}
