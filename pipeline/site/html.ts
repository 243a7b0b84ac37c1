/** Mark-up that is safe to put into a page as it is. */
export interface Html {
  readonly html: string
}

type Value = Html | string | number | null | undefined | false | readonly Value[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Text for the content of an element or an attribute in quotation marks. */
const escapeHtml = (text: string): string =>
  needsEscape.test(text)
    ? text.replace(/[&<>"']/gu, (character) => escapes[character] ?? character)
    : text
const needsEscape = /[&<>"']/u

/**
 * A template tag: what is interpolated is escaped, unless it was made by this tag; lists are joined,
 * and null, undefined and false leave nothing. Attributes must stand in double quotation marks.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  let text = parts[0] ?? ''
  for (let n = 0; n < values.length; n++) text += print(values[n]) + (parts[n + 1] ?? '')
  return {html: text}
}

function print(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if ('html' in value) return value.html
  let text = ''
  for (const each of value) text += print(each)
  return text
}

/** JSON within a script element; it must have been escaped for that place. */
export const jsonScript = (type: string, escapedJson: string): Html => ({
  html: `<script type="${escapeHtml(type)}">${escapedJson}</script>`
})
