import type {Edition} from '../source/types.ts'
import type {AnyOutput} from '../write/output.ts'
import type {Run} from './entries.ts'
import type {RunWriter} from './run-writer.ts'

/** Writes the files of an output run by run; the bytes of runs that are as they were are taken out of the edition before. */
export async function writeRuns(
  writer: RunWriter<unknown>,
  runs: Iterable<Run>,
  {output, edition}: {readonly output: AnyOutput; readonly edition: Edition}
): Promise<void> {
  const sink = output.runs?.(edition)
  if (!sink) return
  for (const {key, parts} of runs) {
    const known = writer.find(key)
    if (known) {
      const {between, kept} = sink.takeRun(known.run.kept)
      writer.put(between)
      writer.take(known, kept)
      continue
    }
    for await (const part of parts(output.name)) writer.add(sink.add(part))
    const {between, files, kept} = sink.endRun()
    writer.put(between)
    writer.add(files)
    writer.endRun(key, kept)
  }
  writer.put(sink.end())
  writer.end()
}
