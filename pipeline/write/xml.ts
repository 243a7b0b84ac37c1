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
  const element = mixed(name, attributes, ...children)
  return {
    ...element,
    isMixed: element.children.some((child) => typeof child === 'string')
  }
}

/** Makes an element whose content is words, even where they all stand within further elements. */
export function mixed(name: string, attributes: Attributes, ...children: Child[]): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const]
  )
  return {
    name,
    attributes: Object.fromEntries(given),
    children: children.flat().filter((child) => child != null && child !== false),
    isMixed: true
  }
}

/**
 * An element as XML 1.0: indented by one space a level, but never where an element holds text, so that
 * no white space is added to what a source says.
 */
export function serialise(element: Xml, indent = ''): string {
  const {name, attributes, children, isMixed} = element
  const opening = `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('')}`
  if (children.length === 0) return `${opening}/>`
  if (isMixed) return `${opening}>${children.map(inline).join('')}</${name}>`
  const inner = `${indent} `
  const lines = children.map((child) =>
    typeof child === 'string' ? child : `${inner}${serialise(child, inner)}`
  )
  return `${opening}>\n${lines.join('\n')}\n${indent}</${name}>`
}

function inline(child: Xml | string): string {
  if (typeof child === 'string') return escapeText(child)
  const {name, children} = child
  const opening = serialise({...child, children: []}).slice(0, -2)
  return children.length === 0
    ? `${opening}/>`
    : `${opening}>${children.map(inline).join('')}</${name}>`
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
  text.replace(forbidden, '\uFFFD').replace(/[&<>\r]/gu, entity)

/** The value of an attribute in double quotation marks. */
const escapeAttribute = (value: string): string =>
  value.replace(forbidden, '\uFFFD').replace(/[&<>"\t\n\r]/gu, entity)
