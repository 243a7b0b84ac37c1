import type {Element, ElementContent, Root, RootContent} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {maskDeep} from './depth.ts'
import {moveBehind, withoutScripts} from './scripts.ts'

const parser = unified().use(rehypeParse)

/** A page as a browser without scripts reads it; offsets are those of `html`, lines and columns are not to be used. */
export function parsePage(html: string): Root {
  const {text, cuts} = withoutScripts(maskDeep(html))
  const root = parser.parse(text)
  moveBehind(root, cuts)
  return root
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
    if ('children' in next) for (const child of backwards(next.children)) open.push(child)
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
    else if ('children' in next)
      for (const child of backwards(next.children)) open.push(child)
  }
  return parts.join('')
}
