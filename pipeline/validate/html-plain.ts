import type {Element} from './html-element.ts'
import {plainReferences} from './plain-references.ts'

/**
 * Reads a page that is written plainly: elements that are known, each closed by its own tag, in none that its beginning
 * would close; attributes in double quotes with one space before each; few references. For such a page every reader
 * has these elements. It takes a third of the time of one that reads whatever is called HTML.
 * @returns null where it is not so plain: a parser has to say what it is
 * @see https://html.spec.whatwg.org/multipage/syntax.html
 */
export function readPlainPage(page: string): Element | null {
  const root: Element = {tagName: '', attributes: [], children: []}
  const start = '<!doctype html>\n'
  if (!page.startsWith(start) || page.includes('<!', start.length)) return null
  root.children.push('\n')
  const reading: Reading = {page, open: [root], isDrawing: false, at: start.length}
  for (let next = start.length; next >= 0; next = page.indexOf('<', reading.at))
    if (!takeText(reading, next) || !takeTag(reading, next)) return null
  return reading.open.length === 1 && takeText(reading, page.length) ? root : null
}

interface Reading {
  readonly page: string
  /** The elements that are open, within one another. */
  readonly open: Element[]
  /** Whether one of them is a drawing. */
  isDrawing: boolean
  at: number
}

/** Takes the text before a tag. @returns whether it is plain */
function takeText({page, open, at}: Reading, next: number): boolean {
  if (next === at) return true
  const text = decoded(page.slice(at, next))
  if (text !== null) open.at(-1)?.children.push(text)
  return text !== null
}

const tagStart = /<([a-z][a-z\d]*)/y

/** @returns whether a tag stands there that may */
function takeTag(reading: Reading, next: number): boolean {
  const {page, open} = reading
  const parent = open.at(-1)
  if (!parent) return false
  if (page[next + 1] === '/') {
    const end = `</${parent.tagName}>`
    reading.at = next + end.length
    if (parent.tagName === 'svg') reading.isDrawing = false
    open.pop()
    return open.length > 0 && page.startsWith(end, next)
  }
  tagStart.lastIndex = next
  const tagName = tagStart.exec(page)?.[1] ?? ''
  const may = reading.isDrawing ? mayBeDrawn : mayStandIn
  if (!may(tagName, parent.tagName)) return false
  if (tagName === 'svg') reading.isDrawing = true
  reading.at = tagStart.lastIndex
  const attributes = takeAttributes(reading)
  if (!attributes) return false
  const element: Element = {tagName, attributes, children: []}
  parent.children.push(element)
  const isClosed = page[reading.at] === '/'
  if (isClosed) reading.at++
  if (page[reading.at++] !== '>' || isClosed !== drawn.has(tagName)) return false
  if (!isClosed && !empty.has(tagName)) open.push(element)
  return tagName === 'script' ? takeScript(reading) : true
}

/** The text of a script is text, whatever it looks like. */
function takeScript(reading: Reading): boolean {
  const {page, open, at} = reading
  const end = page.indexOf('</script', at)
  if (end < 0) return false
  if (end > at) open.at(-1)?.children.push(page.slice(at, end))
  reading.at = end
  return true
}

const anyAttribute = / ([a-zA-Z][a-zA-Z-]*)(?:="([^"]*)")?/y

/** @returns null where one stands twice, or has a reference that is not plain */
function takeAttributes(reading: Reading): string[] | null {
  const attributes: string[] = []
  for (;;) {
    anyAttribute.lastIndex = reading.at
    const found = anyAttribute.exec(reading.page)
    if (!found) return attributes
    const name = (found[1] ?? '').toLowerCase()
    const value = decoded(found[2] ?? '')
    if (value === null) return null
    for (let at = 0; at < attributes.length; at += 2)
      if (attributes[at] === name) return null
    attributes.push(name, value)
    reading.at = anyAttribute.lastIndex
  }
}

/** Text with its references as what they stand for; null where one is none of those. */
const decoded = plainReferences('&#39;')

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements that have no end tag. */
const empty = words('br hr img link meta wbr')
/** Elements of a drawing; each is closed in its own tag. */
const drawn = words('circle line path rect')
/** What may stand in a paragraph without ending it. */
const phrases = words(
  'a abbr b bdi bdo br button cite code dfn em i img mark q s small span strong sub sup svg time u wbr'
)
const tables = words('caption tbody td th thead tr')
const others = words(
  'article aside blockquote body dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html li link main meta nav ol p pre script section summary table title ul'
)

/** Elements that one of their kind ends. */
const endsItself = words('a button dd dt li')

/** A drawing has shapes, and links around them. */
const mayBeDrawn = (tagName: string, parent: string): boolean =>
  drawn.has(tagName) || (tagName === 'a' && parent === 'svg')

/** Whether an element is known and its tag leaves the one around it open. */
function mayStandIn(tagName: string, parent: string): boolean {
  const known = allowed.get(parent)
  if (known) return known.has(tagName)
  const all = [...phrases, ...tables, ...others].filter((each) => isAllowed(each, parent))
  allowed.set(parent, new Set(all))
  return all.includes(tagName)
}

const allowed = new Map<string, ReadonlySet<string>>()

function isAllowed(tagName: string, parent: string): boolean {
  if (parent === 'p') return phrases.has(tagName)
  if (tables.has(tagName)) return inTables[parent]?.has(tagName) ?? false
  if (inTables[parent] && parent !== 'td' && parent !== 'th') return false
  if (parent === 'title' || (tagName === parent && endsItself.has(tagName))) return false
  if (parent === 'head') return inHead.has(tagName)
  if (/^(?:h[1-6]|a|button|dt)$/.test(parent)) return phrases.has(tagName)
  return (
    (phrases.has(tagName) || others.has(tagName)) &&
    !(parent === 'dd' && tagName === 'dt')
  )
}

const inHead = words('link meta script title')
const inTables: Readonly<Record<string, ReadonlySet<string>>> = {
  table: words('caption tbody thead'),
  thead: words('tr'),
  tbody: words('tr'),
  tr: words('td th'),
  td: words(''),
  th: words('')
}
