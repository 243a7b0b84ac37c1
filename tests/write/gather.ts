import {createHash} from 'node:crypto'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createRunWriter} from '../../pipeline/run/run-writer.ts'
import {type KeptLines, writeSortedLines} from '../../pipeline/run/sorted-lines.ts'
import {createFileWriter} from '../../pipeline/run/write-files.ts'
import type {Edition, Result} from '../../pipeline/source/types.ts'
import type {Rows} from '../../pipeline/tree/tables.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import type {Output, OutputFile} from '../../pipeline/write/output.ts'
import {editionRows} from '../../pipeline/write/rows.ts'
import type {AnyTableFormat} from '../../pipeline/write/table-format.ts'
import {streamOf} from './page.ts'

/** The files that an output writes for an edition, whole, by path. */
export async function writeAll<Part>(
  output: Output<Part>,
  results: readonly Result[],
  edition: Edition
): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const put = (path: string, bytes: string | Uint8Array): void => {
    const piece = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)
    files.set(path, (files.get(path) ?? '') + piece)
  }
  for (const {article} of results) {
    const own = article ? (output.article?.(article, edition) ?? []) : []
    for (const {path, bytes} of own) put(path, bytes)
  }
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'))
  const writer = createFileWriter(join(folder, 'dist'))
  const parts = results.flatMap((result) => output.part?.(result, edition) ?? [])
  for await (const file of output.edition?.(streamOf(parts), edition) ?? [])
    writer.write(file, output.name)
  if (output.lines) {
    const runs = createRunWriter<KeptLines>(output.name, {
      ...{writer, cache: folder, scratch: join(folder, 'scratch')},
      before: {out: folder, files: new Map()}
    })
    const run = {key: null, parts: () => streamOf(parts)}
    await writeSortedLines(runs, [run], {
      output: output.name,
      sorted: output.lines,
      edition
    })
  }
  writer.finish()
  for (const {path} of writer.written()) put(path, writer.read(path))
  return files
}

/** The files of every table of an edition in a format, whole, by path. */
export async function writeTables(
  format: AnyTableFormat,
  results: readonly Result[],
  edition: Edition
): Promise<Map<string, Uint8Array>> {
  const pieces = new Map<string, Uint8Array[]>()
  const put = ({path, bytes}: OutputFile): void => {
    const piece = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
    pieces.set(path, [...(pieces.get(path) ?? []), piece])
  }
  const sink = format.open(edition)
  for await (const batch of editionRows(streamOf(results), edition))
    for (const file of sink.add(batch)) put(file)
  for (const file of sink.end()) put(file)
  return new Map([...pieces].map(([path, parts]) => [path, Buffer.concat(parts)]))
}

/** The same, of a format of text. */
export async function writeTextTables(
  format: AnyTableFormat,
  results: readonly Result[],
  edition: Edition
): Promise<Map<string, string>> {
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
  const files = await writeTables(format, results, edition)
  return new Map([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]))
}

/** Every row of an edition, by table. */
export async function gatherRows(
  results: readonly Result[],
  edition: Edition
): Promise<Rows> {
  const rows: {[Name in keyof Rows]: Rows[Name][number][]} = {
    articles: [],
    sources: [],
    dialogues: [],
    speakers: [],
    turns: [],
    paragraphs: [],
    people: [],
    organisations: [],
    places: [],
    names: [],
    mentions: [],
    dates: [],
    quotations: [],
    facts: [],
    messages: []
  }
  for await (const batch of editionRows(streamOf(results), edition)) {
    for (const {name} of tableList) append(rows, batch, name)
  }
  return rows
}

function append<Name extends keyof Rows>(
  rows: {[Table in keyof Rows]: Rows[Table][number][]},
  batch: Partial<Rows>,
  name: Name
): void {
  rows[name].push(...(batch[name] ?? []))
}

/** Files as `run` hands them to the checks of an edition. */
export const writerOf = (files: ReadonlyMap<string, string>) => ({
  read: (path: string) => files.get(path) ?? '',
  written: () =>
    [...files].map(([path, text]) => ({
      path,
      sizeBytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex')
    }))
})
