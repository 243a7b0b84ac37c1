import type {Edition} from '../source/types.ts'
import type {LineCounts, SortedLines} from '../write/output.ts'
import {compareLines, sortLines} from '../write/quads.ts'
import type {RunWriter} from './run-writer.ts'
import {
  createLineSorter,
  type LineSorter,
  linesOf,
  mergeLines,
  pieceCharacters
} from './sort-lines.ts'
import {openSpool, type Spool} from './spool.ts'

/** What is known of the lines of a run, and the counts of those that stand together. */
export interface KeptLines extends LineCounts {
  /** The least id of a source that has any. */
  readonly id: string
  /** The first and the last of the lines that begin as those of its sources alone do. */
  readonly first: string
  readonly last: string
  /** Its other lines, in any order. */
  readonly shared: string
}

/** The lines of a run that begin as those of its sources alone do: in the file they stand together, as a rule. */
interface Block {
  readonly key: string | null
  readonly kept: KeptLines
  /** Its lines, sorted, where the edition before has them not. */
  make(): Promise<Buffer>
}

/** Sources that follow one another, and what the output keeps of each. */
interface Run<Part> {
  readonly key: string | null
  parts(output: string): AsyncIterable<Part>
}

interface Writing<Part> {
  readonly output: string
  readonly sorted: SortedLines<Part>
  readonly edition: Edition
}

/**
 * Writes a file of lines, each once, sorted by code point. Lines that begin with what a source alone has are sorted
 * within it; those that sources share are few, are sorted together, and stand between.
 * @param runs as their sources' first words are sorted
 */
export async function writeSortedLines<Part>(
  writer: RunWriter<KeptLines>,
  runs: Iterable<Run<Part>>,
  writing: Writing<Part>
): Promise<void> {
  const spool = openSpool(`${writer.scratch}-own`)
  const shared = createLineSorter(`${writer.scratch}-shared`)
  try {
    const blocks: Block[] = []
    for (const run of runs) {
      const block = await blockOf(run, {writer, writing, spool})
      if (!block) continue
      shared.add(block.kept.shared)
      blocks.push(block)
    }
    await writeBlocks(writer, blocks, {shared, writing})
  } finally {
    shared.end()
    spool.end()
  }
  writer.end()
}

async function writeBlocks<Part>(
  writer: RunWriter<KeptLines>,
  blocks: readonly Block[],
  {shared, writing}: {readonly shared: LineSorter; readonly writing: Writing<Part>}
): Promise<void> {
  const {sorted, edition} = writing
  const {path} = sorted
  const linesIn = async ({key, make}: Block): Promise<Iterator<string>> =>
    linesOf(String(writer.find(key)?.files[0]?.bytes ?? (await make())))
  const counts = await countLines(inOrder(blocks, shared.lines(), linesIn))
  const first = blocks.map(({kept}) => kept.id).sort()[0]
  const rest = sortLines(new Set(sorted.rest(edition, counts, first)))
  let waiting = ''
  const flush = (): void => {
    writer.put([{path, bytes: waiting}])
    waiting = ''
  }
  const all = mergeLines([shared.lines(), rest.values()])
  for await (const each of inOrder(blocks, all, linesIn)) {
    if (typeof each === 'string') {
      waiting += each
      if (waiting.length > pieceCharacters) flush()
      continue
    }
    flush()
    const known = writer.find(each.key)
    if (known) writer.take(known, each.kept)
    else {
      writer.add([{path, bytes: await each.make()}])
      writer.endRun(each.key, each.kept)
    }
  }
  flush()
}

interface Making<Part> {
  readonly writer: RunWriter<KeptLines>
  readonly writing: Writing<Part>
  readonly spool: Spool
}

/** @returns null where there is nothing of its sources */
async function blockOf<Part>(
  run: Run<Part>,
  making: Making<Part>
): Promise<Block | null> {
  const {writer, writing, spool} = making
  const anew = async (): Promise<Buffer> =>
    Buffer.from((await makeLines(run, writing))?.own ?? '')
  const known = writer.peek(run.key)
  if (known) return {key: run.key, kept: known, make: anew}
  const made = await makeLines(run, writing)
  if (!made) return null
  const {own, kept} = made
  const read = spool.add(Buffer.from(own))
  return {key: run.key, kept, make: async () => read()}
}

async function makeLines<Part>(
  run: Run<Part>,
  {output, sorted, edition}: Writing<Part>
): Promise<{readonly own: string; readonly kept: KeptLines} | null> {
  const ids: string[] = []
  const own: string[] = []
  const shared = new Set<string>()
  for await (const part of run.parts(output)) {
    const source = sorted.of(part, edition)
    if (!source) continue
    ids.push(source.id)
    const lines = new Set<string>()
    for (const line of linesOf(source.lines))
      (line.startsWith(source.prefix) ? lines : shared).add(line)
    own.push(...sortLines(lines))
  }
  const [id] = ids.sort()
  if (id === undefined) return null
  const [first = '', last = first] = [own[0], own.at(-1)]
  const counts = createCounter()
  for (const line of own) counts.add(line)
  const kept = {id, first, last, ...counts.counts(), shared: [...shared].join('')}
  return {own: own.join(''), kept}
}

/** Blocks and other lines as they stand in the file. A block into which other lines belong comes line by line. */
async function* inOrder(
  blocks: readonly Block[],
  others: Iterator<string>,
  linesIn: (block: Block) => Promise<Iterator<string>>
): AsyncGenerator<Block | string> {
  let next = others.next()
  function* othersWhile(isWanted: (line: string) => boolean): Generator<string> {
    for (; !next.done && isWanted(next.value); next = others.next()) yield next.value
  }
  for (const block of blocks) {
    const {first, last, lines} = block.kept
    if (lines === 0) continue
    // A first word that stands in the block is counted there.
    const [start, end] = [firstWord(first), firstWord(last)]
    const isWithin = (line: string): boolean =>
      compareLines(line, last) < 0 || firstWord(line) === end
    yield* othersWhile((line) => compareLines(line, start) < 0)
    if (next.done || !isWithin(next.value)) yield block
    else yield* mergeLines([await linesIn(block), othersWhile(isWithin)])
  }
  for (; !next.done; next = others.next()) yield next.value
}

async function countLines(all: AsyncIterable<Block | string>): Promise<LineCounts> {
  const counter = createCounter()
  for await (const each of all) {
    if (typeof each === 'string') counter.add(each)
    else counter.addAll(each.kept)
  }
  return counter.counts()
}

/** With the blank behind it. */
const firstWord = (line: string): string => line.slice(0, line.indexOf(' ') + 1)

/** Counts sorted lines and their different first words. */
function createCounter() {
  let lines = 0
  let subjects = 0
  let before = ''
  return {
    add(line: string): void {
      lines++
      const own = firstWord(line)
      if (own !== before) subjects++
      before = own
    },
    addAll(counts: LineCounts): void {
      lines += counts.lines
      subjects += counts.subjects
    },
    counts: (): LineCounts => ({lines, subjects})
  }
}
