import type {Element, Root, RootContent} from 'hast'
import {articleType, type Stated, statedAttribute} from './head.ts'
import type {Box, PrintedPage} from './page.ts'
import {attribute, backwards, textBelow} from './parse.ts'
import {type Candidate, printedIn} from './sought.ts'

/**
 * What microdata and RDFa say of the article of a page: by name in lower case, that of an item within the article
 * behind the property that it is the value of (`image.caption`), each value where it stands.
 */
export type Items = ReadonlyMap<string, readonly Candidate[]>

interface Scope {
  /** What names of properties begin with; null in items of something else. */
  readonly prefix: string | null
}

/** Items within items of an article, at most. */
const deepest = 2

/**
 * Reads microdata and RDFa (Lite) of schema.org and of Dublin Core.
 * @param headline offset of the printed headline: of several articles, the one around it is meant; else the first
 * @see https://html.spec.whatwg.org/#microdata https://www.w3.org/TR/rdfa-lite/
 */
export function readItems(
  {root, html, page}: {root: Root; html: string; page: PrintedPage},
  headline: number | null
): Items {
  const found = new Map<string, Candidate[]>()
  const boxes = new Map(page.boxes.map((box) => [box.element, box]))
  const main = mainItem(root, headline)
  const open: {node: Root | RootContent; scope: Scope}[] = [
    {node: root, scope: {prefix: main ? null : ''}}
  ]
  for (let next = open.pop(); next; next = open.pop()) {
    const {node, scope} = next
    if (!('children' in node)) continue
    if (node.type === 'element' && scope.prefix !== null && !isItem(node))
      addValue(found, keysOf(node, scope.prefix), () =>
        readValue(node, html, {page, box: boxes.get(node)})
      )
    const inner = node.type === 'element' ? scopeOf(node, scope, main) : scope
    for (const child of backwards(node.children)) open.push({node: child, scope: inner})
  }
  return found
}

const keysOf = (element: Element, prefix: string): string[] =>
  namesOf(element).map((name) => prefix + name)

/** Adds a value, which is read if it has a name. */
function addValue(
  found: Map<string, Candidate[]>,
  keys: readonly string[],
  read: () => Candidate | null
): void {
  const value = keys.length > 0 ? read() : null
  if (!value) return
  for (const key of keys) {
    const list = found.get(key) ?? []
    list.push(value)
    found.set(key, list)
  }
}

const isItem = ({properties}: Element): boolean =>
  properties.itemScope !== undefined || properties.typeof !== undefined

const isArticle = (element: Element): boolean =>
  isItem(element) &&
  `${attribute(element, 'itemType')} ${attribute(element, 'typeof')}`
    .split(/\s+/u)
    .some((type) => articleType.test(type.replace(/^.*[/#:]/u, '')))

function mainItem(root: Root, headline: number | null): Element | null {
  let first: Element | null = null
  let around: Element | null = null
  const open: (Root | RootContent)[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!('children' in node)) continue
    if (node.type === 'element' && isArticle(node)) {
      first ??= node
      const {start, end} = node.position ?? {}
      const from = start?.offset ?? 0
      const to = end?.offset ?? 0
      if (headline !== null && from <= headline && headline < to) around = node
    }
    for (const child of backwards(node.children)) open.push(child)
  }
  return around ?? first
}

function scopeOf(element: Element, scope: Scope, main: Element | null): Scope {
  if (element === main) return {prefix: ''}
  if (!isItem(element)) return scope
  const [name] = namesOf(element)
  if (scope.prefix === null || !name) return {prefix: null}
  const prefix = `${scope.prefix}${name}.`
  return {prefix: prefix.split('.').length > deepest + 1 ? null : prefix}
}

/** Names of properties, those of Dublin Core as `<meta>` has them. */
function namesOf(element: Element): string[] {
  const {itemProp, property} = element.properties
  if (itemProp === undefined && property === undefined) return []
  return [attribute(element, 'itemProp'), attribute(element, 'property')]
    .flatMap((names) => names.toLowerCase().split(/\s+/u))
    .flatMap((name) => {
      const [, prefix = '', local = ''] = /^(.*[/#:])?([a-z]+)$/u.exec(name) ?? []
      if (/^(?:dc|dct|dcterms):$|purl\.org\/dc/u.test(prefix)) return [`dc.${local}`]
      return local && /^(?:schema:|https?:\/\/schema\.org\/)?$/u.test(prefix)
        ? [local]
        : []
    })
}

/** Where an element has its value, if it is no text of its own. */
const carrying = ['content', 'dateTime', 'value', 'href', 'src', 'data', 'resource']

function readValue(
  element: Element,
  html: string,
  {page, box}: {page: PrintedPage; box: Box | undefined}
): Candidate | null {
  const rule =
    element.properties.itemProp === undefined ? 'extract/rdfa' : 'extract/microdata'
  const name = carrying.find((each) => attribute(element, each).trim() !== '')
  if (name) {
    const stated: Stated = statedAttribute(html, element, name)
    return {
      value: stated.value.trim(),
      rule,
      stated: {...stated, value: stated.value.trim()}
    }
  }
  const value = textBelow(element).replace(/\s+/gu, ' ').trim()
  if (!value || value.length > 1000) return null
  const printed = box ? printedIn(page, box, value) : undefined
  return {value, rule, ...(printed ? {printed} : {})}
}
