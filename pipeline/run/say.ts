import {join, relative} from 'node:path'
import {formatMessage} from '../diagnostics/format.ts'
import type {Message} from '../tree/types.ts'

/** What the options say about messages. */
export interface Loudness {
  readonly quiet?: boolean | undefined
  readonly 'no-color'?: boolean | undefined
}

/**
 * Writes messages to standard error, in colour where somebody sees it.
 * @param root the folder of sources, which the files of messages lie below
 */
export function say(messages: Iterable<Message>, loudness: Loudness, root: string): void {
  const terminal = isColourful(loudness, process.stderr)
  for (const message of messages) {
    if (loudness.quiet && message.severity !== 'error') continue
    const file = message.file && join(relative('.', root), message.file)
    const placed = file ? {...message, file} : message
    process.stderr.write(`${formatMessage(placed, {terminal})}\n\n`)
  }
}

/** @see https://no-color.org, https://force-color.org */
const isColourful = (
  {'no-color': noColor}: Loudness,
  stream: NodeJS.WriteStream
): boolean =>
  !noColor &&
  !process.env.NO_COLOR &&
  (Boolean(process.env.FORCE_COLOR) || (stream.isTTY && process.env.TERM !== 'dumb'))
