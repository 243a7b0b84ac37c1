import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {readers} from '../read/index.ts'
import {adviseEdition} from '../source/advice.ts'
import {readBytes} from '../source/files.ts'
import {type Job, loadSources, type Sources} from '../source/load.ts'
import type {Result} from '../source/types.ts'
import type {Message} from '../tree/types.ts'
import {processArticle} from './article.ts'
import {hasCode} from './disk.ts'
import {renewEdition} from './renew.ts'
import {refusedResults} from './survey.ts'
import {openWorkplace, type Workplace} from './swap.ts'
import {type BuildOptions, type BuildReport, reportUnchanged} from './unchanged.ts'

const endings = Object.keys(readers)

/** Reads every source without writing anything. @returns results sorted by id */
export function* checkSources(
  root: string,
  only?: (path: string) => boolean
): Generator<Result> {
  const sources = loadSources(root, endings)
  for (const result of processAll(sources)) if (!only || only(result.path)) yield result
}

/** What the edition as a whole might declare; a build does not say it. */
export function adviseOn(root: string): Message[] {
  const file = new VFile({path: 'edition.yaml'})
  adviseEdition(loadSources(root, endings).edition, reportTo(file))
  return messagesOf(file)
}

/**
 * Makes what is not as the sources want it, beside the edition that stands, and puts it in its place when it is
 * whole. Where nothing changed, nothing is written.
 */
export async function buildEdition(options: BuildOptions): Promise<BuildReport> {
  const unchanged = reportUnchanged(options)
  if (unchanged) return unchanged
  let workplace: Workplace | null = null
  const stop = onSignal(() => workplace?.leave(true))
  try {
    workplace = openWorkplace(options.out, options.sources)
    const report = await renewEdition(workplace, options)
    workplace.leave(false)
    return report
  } catch (error) {
    workplace?.leave(!hasCode(error, ['ENOSPC', 'EDQUOT']))
    throw error
  } finally {
    stop()
  }
}

/** Results of all sources in the order of their ids, those that cannot be processed among them. */
function* processAll(sources: Sources): Generator<Result> {
  const refused = refusedResults(sources)
  let next = 0
  for (const job of sources.jobs) {
    for (let other = refused[next]; other && other.id < job.slug; other = refused[++next])
      yield other
    yield processJob(sources, job)
  }
  yield* refused.slice(next)
}

function processJob({root, authorities}: Sources, job: Job): Result {
  const path = job.file.path
  const file = new VFile({path})
  const bytes = readBytes(root, path, reportTo(file))
  if (!bytes) return {id: job.slug, path, article: null, messages: messagesOf(file)}
  return {id: job.slug, path, ...processArticle({...job, path, bytes, authorities})}
}

/** A build that is told to stop leaves the old edition as it was, and what it made to the next one. */
function onSignal(abandon: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    abandon()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return () => {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
  }
}
