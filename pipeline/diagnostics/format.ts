import type {Message} from '../tree/types.ts'

export interface FormatOptions {
  /** ANSI colours, and isolation of right-to-left excerpts: on a terminal only. */
  readonly terminal: boolean
}

const colours = {error: 31, warning: 33, info: 36, dim: 2, bold: 1} as const
/** First strong isolate, pop directional isolate: keep an excerpt from turning the rest of the line around. */
const isolate = (text: string): string => `\u2068${text}\u2069`

/** A message for people: place, severity, what was found; the line with the place marked; how to mend it. */
export function formatMessage(message: Message, {terminal}: FormatOptions): string {
  const paint = (text: string, colour: keyof typeof colours): string =>
    terminal ? `\u001B[${colours[colour]}m${text}\u001B[0m` : text
  const place = [message.file ?? '', message.line, message.column]
    .filter((part) => part !== undefined && part !== '')
    .join(':')
  const lines = [
    `${paint(harmless(place), 'bold')} ${paint(message.severity, message.severity)} ${harmless(message.message)} ${paint(message.rule, 'dim')}`
  ]
  if (message.excerpt !== undefined) lines.push(...excerptLines(message, terminal))
  lines.push(
    `  ${paint('help:', 'dim')} ${harmless(message.fix)} More: warraq explain ${message.rule}`
  )
  return lines.join('\n')
}

/** The line of the source, and a caret under the place; on right-to-left lines «marks» stand around it instead. */
function excerptLines(message: Message, terminal: boolean): string[] {
  const excerpt = harmless(message.excerpt ?? '')
  const from = (message.excerptColumn ?? 1) - 1
  const isOneLine = message.endLine === undefined || message.endLine === message.line
  const length = isOneLine
    ? Math.max(1, (message.endColumn ?? 0) - (message.column ?? 0))
    : excerpt.length
  const to = Math.min(excerpt.length, from + length)
  const number = `  ${String(message.line).padStart(4)} | `
  if (
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(
      excerpt
    )
  ) {
    const isWhole = from === 0 && to === excerpt.length
    const marked = isWhole
      ? excerpt
      : `${excerpt.slice(0, from)}«${excerpt.slice(from, to)}»${excerpt.slice(to)}`
    return [number + (terminal ? isolate(marked) : marked)]
  }
  return [
    number + excerpt,
    `${' '.repeat(number.length + from)}${'^'.repeat(Math.min(60, Math.max(1, to - from)))}`
  ]
}

/** Control characters, terminal escapes and bidi overrides as visible code points. */
function harmless(text: string): string {
  return text.replace(
    /(?!\t)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (character) =>
      `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
  )
}

/** Counts by severity, in a sentence. */
export function summarise(messages: readonly Message[]): string {
  const count = (severity: Message['severity'], one: string): string => {
    const number = messages.filter((message) => message.severity === severity).length
    return `${number} ${one}${number === 1 ? '' : 's'}`
  }
  return `${count('error', 'error')}, ${count('warning', 'warning')}, ${count('info', 'note')}`
}
