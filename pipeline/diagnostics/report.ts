import type {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import type {Origin} from '../tree/relocate.ts'
import type {Message, Position} from '../tree/types.ts'
import type {Rule} from './rule.ts'

/** Where a message points to: a span of the file, or a file other than the one at hand. */
export interface Place {
  readonly position?: Position
  /** Path below the folder of sources. */
  readonly file?: string
}

/** Reports a message of a rule; the only way to make one. */
export type Report = <Arguments extends object>(
  rule: Rule<Arguments>,
  args: Arguments,
  place?: Place
) => void

/** A reporter that collects messages on a file. */
export function reportTo(file: VFile): Report {
  return (rule, args, place = {}) => {
    const message = new VFileMessage(rule.message(args), {
      source: 'warraq',
      ruleId: rule.id,
      ...(place.position ? {place: place.position} : {})
    })
    message.fatal =
      rule.severity === 'error' ? true : rule.severity === 'warning' ? false : undefined
    message.file = place.file ?? file.path
    message.note = typeof rule.fix === 'string' ? rule.fix : rule.fix(args)
    message.url = `https://warraq.example/docs/reference/messages.md#${rule.id.replace('/', '')}`
    file.messages.push(message)
  }
}

/** A reporter whose places are those of the file that the text was read from. */
export const reportAt = (
  report: Report,
  origin: Pick<Origin, 'span'> | undefined
): Report =>
  origin
    ? (rule, args, place = {}) => {
        const {position} = place
        const span = position
          ? {position: origin.span(position.start.offset, position.end.offset)}
          : {}
        report(rule, args, {...place, ...span})
      }
    : report

/** Messages in the form of `schemas/message.schema.json`, without excerpts. */
export const messagesOf = (file: VFile): Message[] => file.messages.map(toMessage)

function toMessage(message: VFileMessage): Message {
  const place = message.place && 'start' in message.place ? message.place : undefined
  return {
    rule:
      message.source === 'warraq' && message.ruleId
        ? message.ruleId
        : 'run/internal-error',
    severity: message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info',
    message: message.reason,
    fix: message.note ?? 'Report this as a fault of warraq.',
    ...(message.file ? {file: message.file} : {}),
    ...(place
      ? {
          line: place.start.line,
          column: place.start.column,
          endLine: place.end.line,
          endColumn: place.end.column
        }
      : {})
  }
}
