import {harmless} from '../diagnostics/format.ts'
import {folder, jobsOf, UsageError} from './arguments.ts'
import {describeBuild} from './describe-build.ts'
import {endedBuild} from './ending.ts'
import {extractionOf, languagesOf} from './extraction-flags.ts'
import type {Values} from './options.ts'
import {progressLine} from './progress.ts'
import {say} from './say.ts'
import {parseShard} from './shard.ts'
import {type BuildOptions, type BuildReport, reportUnchanged} from './unchanged.ts'

/**
 * Builds the edition and says what became of it.
 * @param print prints a line for the user
 * @returns the exit status
 */
export async function runBuild(
  [sources = 'sources', ...more]: readonly string[],
  values: Values,
  print: (line: string) => void
): Promise<number> {
  if (more.length > 0)
    throw new UsageError(
      `\`build\` takes one folder of sources, not \`${more.join(' ')}\` too.`
    )
  if (values.watch)
    throw new UsageError('`build` takes no `--watch`; `serve` does: see `warraq --help`.')
  const root = folder(sources)
  const started = performance.now()
  const report = await bringUpToDate(root, values)
  if (values.json)
    print(
      JSON.stringify({
        ...report,
        messages: [...report.messages],
        out: values.out ?? 'dist'
      })
    )
  else {
    say(report.messages, values, root)
    const next = values.shard && '`warraq merge` makes an edition of all shards'
    if (!values.quiet) print(describeBuild(report, values.out ?? 'dist', started, next))
  }
  return report.counts.error > 0 ? 1 : 0
}

async function bringUpToDate(root: string, values: Values): Promise<BuildReport> {
  const epoch = process.env.SOURCE_DATE_EPOCH
  const bar = values.quiet || values.json ? null : progressLine(process.stderr)
  const options: BuildOptions = {
    sources: root,
    out: values.out ?? 'dist',
    languages: languagesOf(values),
    extraction: extractionOf(values),
    ...(epoch && /^\d+$/u.test(epoch) ? {sourceDateEpoch: Number(epoch)} : {}),
    ...(values.fresh ? {fresh: true} : {}),
    ...(values.shard === undefined ? {} : {shard: parseShard(values.shard)}),
    ...jobsOf(values.jobs),
    ...(bar ? {onProgress: bar} : {}),
    ...(values.explain ? {onStale: sayStale} : {})
  }
  const unchanged = reportUnchanged(options)
  if (unchanged) return unchanged
  const {buildEdition} = await import('./build.ts')
  const report = await buildEdition(options).catch(endedBuild(options.out))
  if (bar) process.stderr.write('\r\u001B[K')
  return report
}

const sayStale = (path: string, why: string): void => {
  process.stderr.write(`${harmless(path)}: ${harmless(why)}\n`)
}
