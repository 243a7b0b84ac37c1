import {Parser} from 'htmlparser2'
import {rememberLast} from '../tree/remember.ts'
import type {Element} from './html-element.ts'
import {readPlainPage} from './html-plain.ts'

/** The elements of a page and the text between them, in a root without a name. */
export const parsePage: (text: string) => Element = rememberLast(
  (text) => readPlainPage(text) ?? parseAnyPage(text)
)

/** Reads whatever is called HTML. */
export function parseAnyPage(text: string): Element {
  const root: Element = {tagName: '', attributes: [], children: []}
  const open = [root]
  const parser = new Parser(
    {
      onopentag(tagName, given) {
        const attributes = Object.entries(given).flat()
        const element = {tagName, attributes, children: []}
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (words) => void open.at(-1)?.children.push(words),
      onclosetag: () => void open.pop()
    },
    {decodeEntities: true}
  )
  parser.end(text)
  return root
}

/** Every element of a page, in its order. */
export function elements(element: Element): Element[] {
  const all: Element[] = []
  const visit = ({children}: Element): void => {
    for (const child of children) {
      if (typeof child === 'string') continue
      all.push(child)
      visit(child)
    }
  }
  visit(element)
  return all
}

/** The text of an element, as it stands between tags. */
export const textOf = (element: Element): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')

/** The value of an attribute; names are in lower case. */
export function attribute({attributes}: Element, name: string): string | undefined {
  for (let at = 0; at < attributes.length; at += 2)
    if (attributes[at] === name) return attributes[at + 1]
  return undefined
}

export const hasClass = (element: Element, name: string): boolean =>
  classesOf(element).includes(name) && classesOf(element).split(/\s+/u).includes(name)

const classesOf = (element: Element): string => attribute(element, 'class') ?? ''
