import {join} from 'node:path'
import type {Edition} from '../source/types.ts'
import {
  createEntityRegister,
  createNamingTally,
  type Naming
} from '../write/entity-rows.ts'
import {tableFormats} from '../write/index.ts'
import type {Output} from '../write/output.ts'
import {rowsOfSource, type TablePart, tablePart} from '../write/rows.ts'
import {databasePath} from '../write/sqlite.ts'
import type {AnyTableFormat} from '../write/table-format.ts'
import {openDatabase} from './database.ts'
import type {Run} from './entries.ts'
import type {KnownRun, RunWriter} from './run-writer.ts'

/** The rows of each source are kept from build to build. */
export const tables: Output<TablePart> = {name: 'tables', part: tablePart}

/** What is kept of a run: what its articles name, and what each format has to know of it. */
interface KeptTables {
  readonly naming: Naming
  readonly sinks: readonly unknown[]
}

type Sink = ReturnType<AnyTableFormat['open']>

/**
 * Writes the tables of the edition in every format; each row is made once. The bytes of runs that are as they
 * were are taken out of the edition before.
 */
export async function writeTables(
  writer: RunWriter<KeptTables>,
  runs: Iterable<Run>,
  edition: Edition
): Promise<void> {
  const before = writer.borrow(databasePath)
  const database = await openDatabase(join(writer.folder, databasePath), before)
  try {
    const sinks = [...tableFormats.map((format) => format.open(edition)), database]
    await writeRuns({writer, runs, sinks, edition, mayTake: before !== null})
  } finally {
    database.close()
  }
  writer.adopt(databasePath)
  writer.end()
}

interface Writing {
  readonly writer: RunWriter<KeptTables>
  readonly runs: Iterable<Run>
  readonly sinks: readonly Sink[]
  readonly edition: Edition
  readonly mayTake: boolean
}

async function writeRuns({
  writer,
  runs,
  sinks,
  edition,
  mayTake
}: Writing): Promise<void> {
  const register = createEntityRegister(edition.authorities)
  for (const sink of sinks) writer.put(sink.endRun().files)
  for (const run of runs) {
    const known = mayTake ? writer.find(run.key) : null
    register.add(
      known ? takeRun(known, sinks, writer) : await makeRun(run, sinks, writer)
    )
  }
  const last = register.rows()
  for (const sink of sinks) writer.put([...sink.add(last), ...sink.end()])
}

function takeRun(
  known: KnownRun<KeptTables>,
  sinks: readonly Sink[],
  writer: RunWriter<KeptTables>
): Naming {
  const {kept} = known.run
  const taken = sinks.map((sink, n) => sink.takeRun(kept.sinks[n]))
  for (const {between} of taken) writer.put(between)
  writer.take(known, {...kept, sinks: taken.map((each) => each.kept)})
  return kept.naming
}

async function makeRun(
  run: Run,
  sinks: readonly Sink[],
  writer: RunWriter<KeptTables>
): Promise<Naming> {
  const tally = createNamingTally()
  for await (const source of run.each<TablePart>(tables.name)) {
    const {named, language, rows} = source.part
    tally.add(named, language, rows.mentions ?? [])
    const batch = rowsOfSource(source)
    for (const sink of sinks) writer.add(sink.add(batch))
  }
  const naming = tally.take()
  const ended = sinks.map((sink) => sink.endRun())
  for (const {between, files} of ended) {
    writer.put(between)
    writer.add(files)
  }
  writer.endRun(run.key, {naming, sinks: ended.map(({kept}) => kept)})
  return naming
}
