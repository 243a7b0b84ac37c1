import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../diagnostics/report.ts'
import {adviseEdition} from '../source/advice.ts'
import type {Result} from '../source/types.ts'
import type {Message} from '../tree/types.ts'
import {hasCode} from './disk.ts'
import {processAll} from './process.ts'
import {openSources} from './records.ts'
import {renewEdition} from './renew.ts'
import {survey} from './survey.ts'
import {openWorkplace, type Workplace} from './swap.ts'
import {openTeam, setupOf, type Team} from './team.ts'
import {type BuildOptions, type BuildReport, reportUnchanged} from './unchanged.ts'

/** What of the sources is looked at, and how. */
export interface CheckOptions extends Pick<BuildOptions, 'languages' | 'extraction'> {
  readonly only?: (path: string) => boolean
}

/** Reads every source without writing anything. @returns results sorted by id */
export async function* checkSources(
  root: string,
  {only, ...options}: CheckOptions = {}
): AsyncGenerator<Result> {
  const sources = openSources(root, options.extraction)
  for await (const result of processAll(sources, options.languages))
    if (!only || only(result.path)) yield result
}

/** What the edition as a whole might declare; a build does not say it. */
export function adviseOn(root: string): Message[] {
  const file = new VFile({path: 'edition.yaml'})
  adviseEdition(openSources(root).edition, reportTo(file))
  return messagesOf(file)
}

/**
 * Makes what is not as the sources want it, beside the edition that stands, and puts it in its place when it is
 * whole. Where nothing changed, nothing is written.
 */
export async function buildEdition(options: BuildOptions): Promise<BuildReport> {
  const unchanged = options.isWatched ? null : reportUnchanged(options)
  if (unchanged) return unchanged
  return atWork(options.out, [options.sources], (workplace, hire) => {
    const renewal = survey(workplace, options)
    return renewEdition(renewal, hire(openTeam(setupOf(renewal), options.jobs)))
  })
}

/**
 * Does some work on an edition in a workplace of its own, which is left as the next build expects it,
 * whatever happens.
 * @param sources folders that the edition must not be written over
 * @param work is handed the workplace, and whom to tell of the team that it opens
 */
export async function atWork<Made>(
  out: string,
  sources: readonly string[],
  work: (workplace: Workplace, hire: (team: Team) => Team) => Promise<Made>
): Promise<Made> {
  let workplace: Workplace | null = null
  let team: Team | null = null
  const stop = onSignal(async () => {
    await team?.end()
    workplace?.leave('kept')
  })
  try {
    workplace = openWorkplace(out, sources)
    const made = await work(workplace, (hired) => {
      team = hired
      return hired
    })
    workplace.leave('done')
    return made
  } catch (error) {
    // What is at work would write into a folder that is being removed.
    await endOf(team)
    leaveAfter(error, workplace)
    throw error
  } finally {
    await endOf(team)
    stop()
  }
}

const endOf = async (team: Team | null): Promise<void> => team?.end()

/** What is made so far is kept for the next build, unless it is what fills the disk. */
function leaveAfter(error: unknown, workplace: Workplace | null): void {
  try {
    workplace?.leave(hasCode(error, ['ENOSPC', 'EDQUOT']) ? 'dropped' : 'kept')
  } catch (another) {
    // The first error says more; a lock whose process is gone does not count.
    if (!(another instanceof Error && 'errno' in another)) throw another
  }
}

/**
 * A build that is told to stop leaves the old edition as it was, and what it made to the next one. Being told
 * again, it does not even wait for its threads.
 */
function onSignal(abandon: () => Promise<void>): () => void {
  let isEnding = false
  const end = (signal: NodeJS.Signals): void => {
    const exit = (): never => process.exit(signal === 'SIGINT' ? 130 : 143)
    if (isEnding) exit()
    isEnding = true
    void abandon().finally(exit)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  return () => {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
  }
}
