import {harmless} from '../diagnostics/format.ts'
import {isSelection, type Selection, selections} from '../source/selection.ts'
import {folder, jobsOf, UsageError} from './arguments.ts'
import {describeBuild} from './describe-build.ts'
import {endedBuild} from './ending.ts'
import {extractionOf, languagesOf} from './extraction-flags.ts'
import type {Values} from './options.ts'
import {progressLine} from './progress.ts'
import {say} from './say.ts'
import {parseShard} from './shard.ts'
import {suggest} from './suggest.ts'
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
  if (values.watch && values.shard)
    throw new UsageError('`--watch` makes an edition, not a shard of one.')
  refusePackedPages(values)
  const root = folder(sources)
  const options = buildOptionsOf(root, values)
  if (!values.watch) return buildOnce(options, values, print)
  const {sayRebuilds, watchUntilStopped} = await import('./watch-command.ts')
  const isQuiet = values.quiet === true || values.json === true
  return watchUntilStopped(options, sayRebuilds(root, values, print), async () => {
    await buildOnce(options, {...values, json: false, quiet: isQuiet}, print)
    if (!isQuiet) print(`watching ${root}/; Ctrl-C stops`)
  })
}

/** @returns the exit status */
async function buildOnce(
  options: BuildOptions,
  values: Values,
  print: (line: string) => void
): Promise<number> {
  const started = performance.now()
  const report = await bringUpToDate(options)
  const {out} = options
  if (values.json) print(JSON.stringify({...report, messages: [...report.messages], out}))
  else {
    say(report.messages, values, options.sources)
    if (!values.quiet) print(describeBuild(report, out, started, nextAfter(options)))
  }
  return report.counts.error > 0 ? 1 : 0
}

/** What can be done with what was made; undefined where there are pages to be opened. */
function nextAfter({shard, only, out}: BuildOptions): string | undefined {
  if (shard) return '`warraq merge` makes an edition of all shards'
  return only && !only.includes('site') ? `see ${out}/report/report.json` : undefined
}

async function bringUpToDate(options: BuildOptions): Promise<BuildReport> {
  const unchanged = reportUnchanged(options)
  if (unchanged) return unchanged
  const {buildEdition} = await import('./build.ts')
  const report = await buildEdition(options).catch(endedBuild(options.out))
  if (options.onProgress) process.stderr.write('\r\u001B[K')
  return report
}

function buildOptionsOf(root: string, values: Values): BuildOptions {
  const epoch = process.env.SOURCE_DATE_EPOCH
  const bar = values.quiet || values.json ? null : progressLine(process.stderr)
  return {
    sources: root,
    out: values.out ?? 'dist',
    languages: languagesOf(values),
    extraction: extractionOf(values),
    ...(epoch && /^\d+$/u.test(epoch) ? {sourceDateEpoch: Number(epoch)} : {}),
    ...(values.fresh ? {fresh: true} : {}),
    ...(values.thorough ? {isThorough: true} : {}),
    ...(values.shard === undefined ? {} : {shard: parseShard(values.shard)}),
    ...onlyOf(values.only),
    ...(values.pack ? {pack: true} : {}),
    ...jobsOf(values.jobs),
    ...(bar ? {onProgress: bar} : {}),
    ...(values.explain ? {onStale: sayStale} : {})
  }
}

/** The parts that were asked for, in the order of all parts. @throws UsageError for what is none */
function onlyOf(typed: string | undefined): {readonly only?: readonly Selection[]} {
  if (typed === undefined) return {}
  const names = typed.split(',').map((name) => name.trim())
  for (const name of names)
    if (!isSelection(name)) {
      const meant = suggest(name, selections)
      throw new UsageError(
        `\`--only\` takes ${selections.join(', ')}, not \`${name}\`.${meant ? ` Did you mean \`${meant}\`?` : ''}`
      )
    }
  return {only: selections.filter((name) => names.includes(name))}
}

/** @throws UsageError where pages would be packed away from those who read them */
function refusePackedPages({pack, only, watch}: Values): void {
  if (pack && watch)
    throw new UsageError('`--watch` shows pages, and `--pack` makes none.')
  if (
    pack &&
    (only === undefined || only.split(',').some((name) => name.trim() === 'site'))
  )
    throw new UsageError(
      '`--pack` is for editions without pages: say with `--only` which other parts are made, such as `--only data,json,tei`.'
    )
}

const sayStale = (path: string, why: string): void => {
  process.stderr.write(`${harmless(path)}: ${harmless(why)}\n`)
}
