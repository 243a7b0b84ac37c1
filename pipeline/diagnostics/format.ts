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
    `${place && `${paint(harmless(place), 'bold')} `}${paint(message.severity, message.severity)} ${harmless(message.message)} ${paint(message.rule, 'dim')}`
  ]
  if (message.excerpt !== undefined) lines.push(...excerptLines(message, terminal))
  lines.push(
    `  ${paint('help:', 'dim')} ${harmless(message.fix)} More: warraq explain ${message.rule}`
  )
  return lines.join('\n')
}

/** The line of the source, and a caret under the place; on right-to-left lines «marks» stand around it instead. */
function excerptLines(message: Message, terminal: boolean): string[] {
  const raw = message.excerpt ?? ''
  const from = (message.excerptColumn ?? 1) - 1
  const isOneLine = message.endLine === undefined || message.endLine === message.line
  const length = isOneLine
    ? Math.max(1, (message.endColumn ?? 0) - (message.column ?? 0))
    : raw.length
  const to = Math.min(raw.length, from + length)
  const [before, marked, after] = [
    harmless(raw.slice(0, from)),
    harmless(raw.slice(from, to)),
    harmless(raw.slice(to))
  ]
  const number = `  ${String(message.line).padStart(4)} | `
  if (
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(raw)
  ) {
    const isWhole = from === 0 && to === raw.length
    const line = isWhole ? marked : `${before}«${marked}»${after}`
    return [number + (terminal ? isolate(line) : line)]
  }
  return [
    number + before + marked + after,
    `${' '.repeat(number.length + before.length)}${'^'.repeat(Math.min(60, Math.max(1, marked.length)))}`
  ]
}

/**
 * Control characters, terminal escapes, line and paragraph separators, and what turns a line around as visible code points:
 * whatever comes from a source, a file name or an archive passes through here before somebody reads it.
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
export function harmless(text: string): string {
  return text.replace(
    /(?!\t)[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    (character) =>
      `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
  )
}

/** The same, with its line ends kept. */
export const harmlessLines = (text: string): string =>
  text.split('\n').map(harmless).join('\n')

/** Counts by severity, in a sentence. */
export function summarise(messages: readonly Message[]): string {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {severity} of messages) counts[severity]++
  return summariseCounts(counts)
}

/** The same of messages that were counted. */
export function summariseCounts(
  counts: Readonly<Record<Message['severity'], number>>
): string {
  const say = (number: number, one: string): string =>
    `${number} ${one}${number === 1 ? '' : 's'}`
  return `${say(counts.error, 'error')}, ${say(counts.warning, 'warning')}, ${say(counts.info, 'note')}`
}
