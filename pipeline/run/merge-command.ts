import {existing, jobsOf, UsageError} from './arguments.ts'
import {describeBuild} from './describe-build.ts'
import {endedBuild} from './ending.ts'
import type {Values} from './options.ts'
import {progressLine} from './progress.ts'
import {say} from './say.ts'

/**
 * Makes one edition of shards and says what became of it.
 * @param print prints a line for the user
 * @returns the exit status
 */
export async function runMerge(
  folders: readonly string[],
  values: Values,
  print: (line: string) => void
): Promise<number> {
  if (folders.length === 0)
    throw new UsageError('`merge` takes the folders that `build --shard` made.')
  const started = performance.now()
  const out = values.out ?? 'dist'
  const bar = values.quiet || values.json ? null : progressLine(process.stderr)
  const {mergeShards} = await import('./merge.ts')
  const merged = await mergeShards({
    shards: folders.map(existing),
    out,
    ...jobsOf(values.jobs),
    ...(bar ? {onProgress: bar} : {})
  }).catch(endedBuild(out))
  if (bar) process.stderr.write('\r\u001B[K')
  if (!('report' in merged)) {
    if (values.json) print(JSON.stringify({messages: merged.messages, out: null}))
    else say(merged.messages, values, '.')
    return 1
  }
  const {report} = merged
  if (values.json) print(JSON.stringify({...report, messages: [...report.messages], out}))
  else {
    say(report.messages, values, 'sources')
    if (!values.quiet) print(describeBuild(report, out, started))
  }
  return report.counts.error > 0 ? 1 : 0
}
