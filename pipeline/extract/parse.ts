import type {Element, ElementContent, Root, RootContent, Text} from 'hast'
import {type DefaultTreeAdapterTypes, defaultTreeAdapter, parse} from 'parse5'
import {find, html as names} from 'property-information'
import {maskDeep} from './depth.ts'
import {offsetsBehind, withoutScripts} from './scripts.ts'

type Node = DefaultTreeAdapterTypes.Node
type Parsed = DefaultTreeAdapterTypes.Element

/** The parser's own tree, in which the place of an end tag is added to that of an element without a copy of it. */
const treeAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  updateNodeSourceCodeLocation(node, end) {
    const at = node.sourceCodeLocation
    if (!at) return
    if (end.endOffset !== undefined) at.endOffset = end.endOffset
    if (end.endTag) Object.assign(at, {endTag: end.endTag})
  }
}

/**
 * A page as a browser without scripts reads it; offsets are those of `html`, lines and columns are not to be used.
 * Attributes are text, by the names that hast has for them; comments are left out.
 */
export const parsePage = (html: string): Root => parseMasked(maskDeep(html))

/** The same of a page whose deepest tags are masked already. */
export function parseMasked(html: string): Root {
  const {text, cuts} = withoutScripts(html)
  const offsetOf = offsetsBehind(cuts)
  const root: Root = {type: 'root', children: []}
  const made: {element: Element; isClosed: boolean}[] = []
  const document = parse(text, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter
  })
  const open: {nodes: readonly Node[]; parent: Root | Element}[] = [
    {nodes: document.childNodes, parent: root}
  ]
  for (let next = open.pop(); next; next = open.pop()) {
    const {nodes, parent} = next
    for (const node of nodes) {
      const position = positionOf(node, offsetOf)
      if ('value' in node) {
        const text: Text = {type: 'text', value: node.value}
        if (position) text.position = position
        parent.children.push(text)
      } else if ('attrs' in node) {
        const element = elementOf(node, position)
        parent.children.push(element)
        made.push({element, isClosed: node.sourceCodeLocation?.endTag !== undefined})
        if (node.childNodes.length > 0)
          open.push({nodes: node.childNodes, parent: element})
      }
    }
  }
  closeWithContent(made)
  return root
}

function elementOf(node: Parsed, position: Element['position']): Element {
  const properties = propertiesOf(node)
  const {tagName} = node
  const element: Element = {type: 'element', tagName, properties, children: []}
  if (position) element.position = position
  return element
}

const point = (offset: number) => ({line: 1, column: 1, offset})

function positionOf(
  {sourceCodeLocation: at}: Node,
  offsetOf: (offset: number) => number
): Element['position'] {
  if (!at) return undefined
  return {start: point(offsetOf(at.startOffset)), end: point(offsetOf(at.endOffset))}
}

/** An element without an end tag ends with what it holds; those inside another stand behind it. */
function closeWithContent(made: readonly {element: Element; isClosed: boolean}[]): void {
  for (let n = made.length - 1; n >= 0; n--) {
    const {element, isClosed} = made[n] ?? {}
    const end = element?.children.at(-1)?.position?.end
    if (!isClosed && element?.position && end) element.position.end = {...end}
  }
}

/** Names of attributes as hast has them, by what is written. */
const properties = new Map<string, string>()
/** Names in that memory; a page of a million different ones must not fill it. */
const mostProperties = 4096

function propertiesOf({attrs}: Parsed): Record<string, string> {
  const found: Record<string, string> = {}
  for (const {name, value} of attrs)
    if (name !== '__proto__') found[propertyOf(name)] = value
  return found
}

function propertyOf(name: string): string {
  const before = properties.get(name)
  if (before !== undefined) return before
  // What every object has is no name of an attribute, though it is found among them.
  const {property} = name in Object.prototype ? {property: name} : find(names, name)
  if (properties.size >= mostProperties) properties.clear()
  properties.set(name, property)
  return property
}

/** An attribute as text; lists are joined by a space. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === undefined || value === null || value === false ? '' : String(value)
}

/** Every element below a node, in the order of the page. */
export function* elements(node: Root | RootContent): Generator<Element> {
  const open: (Root | RootContent | ElementContent)[] = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'element') yield next
    if ('children' in next) pushBackwards(open, next.children)
  }
}

/** Puts what is to be visited on a stack, the first on top. */
function pushBackwards<Item>(stack: Item[], list: readonly Item[]): void {
  for (let n = list.length - 1; n >= 0; n--) {
    const item = list[n]
    if (item !== undefined) stack.push(item)
  }
}

/** From the last to the first, without a copy. */
export function* backwards<Item>(list: readonly Item[]): Generator<Item> {
  for (let n = list.length - 1; n >= 0; n--) {
    const item = list[n]
    if (item !== undefined) yield item
  }
}

/** The text below a node as it stands between tags. */
export function textBelow(node: Root | RootContent): string {
  const open: (Root | RootContent | ElementContent)[] = [node]
  const parts: string[] = []
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'text') parts.push(next.value)
    else if ('children' in next) pushBackwards(open, next.children)
  }
  return parts.join('')
}
