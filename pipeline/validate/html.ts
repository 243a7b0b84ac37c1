import {Parser} from 'htmlparser2'

/** An element of a page. Names are in lower case, as HTML has them. */
export interface Element {
  readonly tagName: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

let last: {readonly text: string; readonly root: Element} | undefined

/** The elements of a page and the text between them, in a root without a name; several checks read one page. */
export function parsePage(text: string): Element {
  if (last?.text !== text) last = {text, root: parse(text)}
  return last.root
}

function parse(text: string): Element {
  const root: Element = {tagName: '', attributes: {}, children: []}
  const open = [root]
  const parser = new Parser(
    {
      onopentag(tagName, attributes) {
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

export const attribute = (element: Element, name: string): string | undefined =>
  element.attributes[name]

export const hasClass = (element: Element, name: string): boolean =>
  element.attributes.class?.split(/\s+/u).includes(name) ?? false
