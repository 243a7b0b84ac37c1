import {mkdtempSync, readdirSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {KnownFile} from '../../pipeline/run/manifest.ts'
import {createRunWriter} from '../../pipeline/run/run-writer.ts'
import {type KeptLines, writeSortedLines} from '../../pipeline/run/sorted-lines.ts'
import {madeStamp} from '../../pipeline/run/stamp.ts'
import {createFileWriter} from '../../pipeline/run/write-files.ts'
import type {SortedLines} from '../../pipeline/write/output.ts'
import {bareEdition, streamOf} from '../write/page.ts'

/** A source: its id, how often it changed, and the lines that it has, some of which begin as those of others do. */
interface Source {
  readonly id: string
  readonly lines: readonly string[]
}

const ids = ['a', 'a-b', 'b', 'c', 'd', 'e']
const sorted: SortedLines<Source> = {
  path: 'lines',
  of: ({id, lines}) => ({
    id,
    prefix: `<x/${id}/`,
    lines: lines.map((line) => `${line}\n`).join('')
  }),
  rest: (_edition, {lines, subjects}, first) => [
    `<x/b/~> ${lines} ${subjects} ${first}\n`
  ]
}

const line = fc
  .tuple(
    fc.constantFrom('<w>', '<x/#>', '<y>', ...ids.map((id) => `<x/${id}/>`)),
    fc.constantFrom('1', '2', '\uE000', '𐍈')
  )
  .map((words) => words.join(' '))
const source = (id: string): fc.Arbitrary<Source> =>
  fc
    .tuple(fc.array(line, {maxLength: 5}), fc.boolean())
    .map(([lines, isOwn]) => ({id, lines: isOwn ? [`<x/${id}/> 0`, ...lines] : lines}))

/** Two sources a run; of each run all lines are its key. */
function runsOf(sources: readonly Source[]) {
  const inOrder = sources.toSorted((a, b) => (`${a.id}/` < `${b.id}/` ? -1 : 1))
  return [0, 2, 4].map((at) => {
    const run = inOrder.slice(at, at + 2)
    return {key: JSON.stringify(run), parts: () => streamOf(run)}
  })
}

async function write(
  sources: readonly Source[],
  root: string,
  before: string | null
): Promise<string> {
  const folder = mkdtempSync(join(root, 'edition-'))
  const path = join(folder, 'lines')
  const writer = createFileWriter(folder)
  const cache = root
  const own = createRunWriter<KeptLines>('test', {
    ...{writer, cache, scratch: join(root, 'scratch')},
    before: {out: before ?? folder, files: before ? stamped(before) : new Map()}
  })
  await writeSortedLines(own, runsOf(sources), {
    output: 'test',
    sorted,
    edition: bareEdition
  })
  expect(path).toBe(writer.locate('lines'))
  return folder
}

/** The file as a manifest knows it. */
function stamped(folder: string): Map<string, KnownFile> {
  const writer = createFileWriter(folder)
  writer.adopt('lines', 'test')
  const stamp = madeStamp(join(folder, 'lines')) ?? ''
  return new Map(writer.written().map((file) => [file.path, {...file, stamp}]))
}

const inCodePoints = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other))

/** The same by one sort of all lines. */
function expected(sources: readonly Source[]): string {
  const all = new Set(sources.flatMap(({lines}) => lines.map((each) => `${each}\n`)))
  const subjects = new Set([...all].map((each) => each.split(' ')[0])).size
  const [first] = sources.map(({id}) => id).toSorted()
  return [...all, `<x/b/~> ${all.size} ${subjects} ${first}\n`]
    .toSorted(inCodePoints)
    .join('')
}

test('whatever lines sources share, all come once and by code point, those of runs before among them', async () => {
  const edition = fc.tuple(...ids.map(source))
  await fc.assert(
    fc.asyncProperty(edition, edition, fc.nat(5), async (sources, others, change) => {
      const root = mkdtempSync(join(tmpdir(), 'warraq-lines-'))
      const before = await write(sources, root, null)
      expect(readFileSync(join(before, 'lines'), 'utf8')).toBe(expected(sources))
      const changed = sources.map((each, n) =>
        n === change ? (others[n] ?? each) : each
      )
      const after = await write(changed, root, before)
      expect(readFileSync(join(after, 'lines'), 'utf8')).toBe(expected(changed))
      expect(readdirSync(root).filter((name) => name.startsWith('scratch'))).toEqual([])
    }),
    {numRuns: 60}
  )
})
