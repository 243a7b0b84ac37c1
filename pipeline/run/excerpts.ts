import {createLocator} from '../tree/position.ts'
import type {Message} from '../tree/types.ts'

/** Longest excerpt, in UTF-16 code units, and how much of it stands before the place. */
const length = 160
const before = 60

/** Adds the line of the source to messages that point into it, cut around the place. */
export function addExcerpts(
  messages: readonly Message[],
  text: string,
  file: string
): Message[] {
  const at = createLocator(text)
  return messages.map((message) => {
    if (!message.line || message.file !== file || !text) return message
    const line = at.line(message.line)
    const column = (message.column ?? 1) - 1
    const from =
      line.length <= length
        ? 0
        : Math.max(0, Math.min(column - before, line.length - length))
    const excerpt = line.slice(from, from + length)
    return excerpt ? {...message, excerpt, excerptColumn: column - from + 1} : message
  })
}
