import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {badRecord, poisonedArticle} from '../diagnostics/run-rules.ts'
import type {Article, Message} from '../tree/types.ts'
import {cappedLines} from './capped-lines.ts'

export interface StageStreams {
  readonly input: AsyncIterable<string | Uint8Array>
  /** @returns false where the reader is slower and `drained` should be awaited */
  write(line: string): boolean
  drained(): Promise<void>
}

/** Bytes of a line at most, where nobody says: the largest source, each character of it escaped. */
const usualLine = 64 << 20

/** What comes of a line. */
export interface StageResult {
  readonly id: string | null
  readonly article: Article | null
  readonly messages: readonly Message[]
}

/** Makes the result of a line, as a line of JSON. */
export type Stager = (line: string) => Promise<string> | string

/**
 * One record a line in, one result a line out, in the same order; a bad line gives a result without
 * an article. @param mostBytes of a line, longer ones are refused. A result depends on its line alone, not on where the line stands: shards and clusters give the same.
 */
export async function runStage(
  streams: StageStreams,
  stage: Stager,
  mostBytes = usualLine
): Promise<void> {
  for await (const line of cappedLines(streams.input, mostBytes)) {
    const result =
      'text' in line
        ? await stage(line.text)
        : JSON.stringify(reject(readId(line.start), line.problem))
    if (!streams.write(`${result}\n`)) await streams.drained()
  }
}

/** The result of a line that ended each thread that worked on it. */
export function poisonedLine(line: string, why: string): string {
  const file = new VFile({path: 'stage'})
  reportTo(file)(poisonedArticle, {why})
  return JSON.stringify({id: idOf(line), article: null, messages: messagesOf(file)})
}

function idOf(line: string): string | null {
  try {
    const record: unknown = JSON.parse(line)
    const hasId = typeof record === 'object' && record !== null && 'id' in record
    return hasId && typeof record.id === 'string' ? record.id : null
  } catch {
    // A SyntaxError: it is no record.
    return readId(line)
  }
}

/** The id that the beginning of a line seems to name. */
export function readId(line: string): string | null {
  return /"id"\s*:\s*"([^"\\]{1,200})"/u.exec(line)?.[1] ?? null
}

/** The result of a line that is no record. */
export function reject(id: string | null, problem: string): StageResult {
  const file = new VFile({path: 'stage'})
  reportTo(file)(badRecord, {problem})
  return {id, article: null, messages: messagesOf(file)}
}
