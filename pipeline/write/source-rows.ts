import type {Result} from '../source/types.ts'
import {editionId} from '../tree/id.ts'
import type {RowOf} from '../tree/tables.ts'

/** The row of a source; of one that could not be read, only what is known without reading it. */
export function sourceRow({id, path, article}: Result): RowOf<'sources'> {
  const source = article?.source
  return {
    source_id: id,
    path,
    url: source?.url ?? null,
    sha256: source?.sha256 ?? null,
    bytes: source?.bytes ?? null,
    lines: source?.lines ?? null,
    encoding: source?.encoding ?? null,
    newline: source?.newline ?? null,
    retrieved: source?.retrieved ?? null,
    rights_note: source?.rights ?? null
  }
}

/** The rows of the messages about a source; a place in another file (its sidecar) is left out. */
export const messageRows = ({
  id,
  path,
  messages
}: Omit<Result, 'article'>): RowOf<'messages'>[] =>
  messages.map((message, index) => {
    const isHere = message.file === undefined || message.file === path
    return {
      message_id: editionId(id, `message-${String(index + 1).padStart(3, '0')}`),
      source_id: id,
      severity: message.severity,
      rule: message.rule,
      message: message.message,
      start_line: (isHere && message.line) || null,
      start_column: (isHere && message.column) || null,
      end_line: (isHere && message.endLine) || null,
      end_column: (isHere && message.endColumn) || null,
      fix: message.fix
    }
  })
