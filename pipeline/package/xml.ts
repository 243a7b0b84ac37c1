/** Attributes of an element; one without a value is left out. */
type Attributes = Readonly<Record<string, string | undefined>>

/** An element of XML on lines of its own. @param content text, which is escaped, or elements */
export function element(
  name: string,
  attributes: Attributes,
  content: string | readonly Element[]
): Element {
  const printed = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : ` ${key}="${escapeAttribute(value)}"`
    )
    .join('')
  const open = `<${name}${printed}>`
  const inner = typeof content === 'string' ? [escapeText(content)] : []
  if (typeof content === 'string') return {lines: [`${open}${inner}</${name}>`]}
  const lines = content.flatMap((child) => child.lines.map((line) => ` ${line}`))
  return {lines: [open, ...lines, `</${name}>`]}
}

/** An element, printed. */
export interface Element {
  readonly lines: readonly string[]
}

/** A document with its declaration. */
export const printXml = ({lines}: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;'
}

/** Controls that XML 1.0 has no form for are dropped; edition.yaml has none of use. */
const escapeText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\r]/gu, (character) => entities[character] ?? character)

/** A tab or line end in an attribute would be read as a space. */
const escapeAttribute = (text: string): string =>
  escapeText(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
