/** An element; `text` children stand as they are, so elements with text among them are never indented. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Xml | string)[]
  /** True where white space between its children would be text. */
  readonly isMixed: boolean
}

type Child = Xml | string | null | undefined | false | readonly (Xml | string)[]
type Attributes = Readonly<Record<string, string | number | undefined>>

/** Makes an element; what is undefined, null or false is left out. */
export function xml(name: string, attributes: Attributes, ...children: Child[]): Xml {
  const kept = keep(children)
  const isMixed = kept.some((child) => typeof child === 'string')
  return {name, attributes: given(attributes), children: kept, isMixed}
}

/** Makes an element whose content is words, even where they all stand within further elements. */
export const mixed = (
  name: string,
  attributes: Attributes,
  ...children: Child[]
): Xml => ({
  name,
  attributes: given(attributes),
  children: keep(children),
  isMixed: true
})

function given(attributes: Attributes): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const key of Object.keys(attributes)) {
    const value = attributes[key]
    if (value !== undefined) kept[key] = String(value)
  }
  return kept
}

function keep(children: readonly Child[]): (Xml | string)[] {
  const kept: (Xml | string)[] = []
  for (const child of children) {
    if (child === undefined || child === null || child === false) continue
    if (typeof child === 'object' && !('name' in child)) kept.push(...child)
    else kept.push(child)
  }
  return kept
}

/**
 * An element as XML 1.0: indented by one space a level, but never where an element holds text, so that
 * no white space is added to what a source says.
 */
export function serialise(element: Xml, indent = ''): string {
  const {name, children, isMixed} = element
  const opening = open(element)
  if (children.length === 0) return `${opening}/>`
  if (isMixed) return inline(element)
  const inner = `${indent} `
  let text = `${opening}>`
  for (const child of children)
    text += `\n${typeof child === 'string' ? child : inner + serialise(child, inner)}`
  return `${text}\n${indent}</${name}>`
}

function open({name, attributes}: Xml): string {
  let text = `<${name}`
  for (const key of Object.keys(attributes))
    text += ` ${key}="${escapeAttribute(attributes[key] ?? '')}"`
  return text
}

/** Its children stand beside each other as they are. */
function inline(element: Xml): string {
  const {name, children} = element
  const opening = open(element)
  if (children.length === 0) return `${opening}/>`
  let text = `${opening}>`
  for (const child of children)
    text += typeof child === 'string' ? escapeText(child) : inline(child)
  return `${text}</${name}>`
}

/** What XML 1.0 has no place for becomes U+FFFD; readers set such characters aside before. @see https://www.w3.org/TR/xml/#charsets */
const forbidden =
  /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]|\p{Surrogate}/gu

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}
const entity = (character: string): string => named[character] ?? character

/** Text between tags; a carriage return is kept by a reference. */
const escapeText = (text: string): string =>
  isPlain.test(text)
    ? text
    : text.replace(forbidden, '\uFFFD').replace(/[&<>\r]/gu, entity)

/** The value of an attribute in double quotation marks. */
const escapeAttribute = (value: string): string =>
  isPlain.test(value)
    ? value
    : value.replace(forbidden, '\uFFFD').replace(/[&<>"\t\n\r]/gu, entity)

/** What stands for itself in any place: most texts by far. */
const isPlain = /^[ !#-%'-;=?-~\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}]*$/u
