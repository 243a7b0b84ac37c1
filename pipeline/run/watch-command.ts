import {harmless, summariseCounts} from '../diagnostics/format.ts'
import type {Message} from '../tree/types.ts'
import {buildEdition} from './build.ts'
import {endedBuild, fail} from './ending.ts'
import {type Loudness, say} from './say.ts'
import type {BuildOptions, BuildReport} from './unchanged.ts'
import {type SourceWatch, watchSources} from './watch.ts'

/** What was made when the sources changed, and how long it took. */
export interface Rebuild {
  /** Pages come first; data and what describes them when no more changes wait. */
  readonly stage: 'pages' | 'data'
  /** Sources that were made anew. */
  readonly made: readonly string[]
  readonly milliseconds: number
  readonly counts: BuildReport['counts']
}

/** Who is told what happens. */
export interface Audience {
  rebuilt(rebuild: Rebuild): void
  found(messages: readonly Message[]): void
  /** The build could not be made; the next change tries again. */
  failed(error: unknown): void
}

/**
 * Builds the edition again whenever its sources change, until the process is told to stop.
 * @param first builds it, so that what changes meanwhile is noticed
 * @returns the exit status
 */
export async function watchUntilStopped(
  options: BuildOptions,
  audience: Audience,
  first: () => Promise<void>
): Promise<number> {
  const watch = watchSources(options.sources)
  await first()
  let status = 0
  const stop = (signal: NodeJS.Signals): void => {
    status = signal === 'SIGINT' ? 130 : 143
    watch.close()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const listener = createListener(audience)
  while (status === 0) {
    await watch.changed()
    if (status === 0 && (await rebuild('pages', options, watch, listener)))
      await rebuild('data', options, watch, listener)
  }
  return status
}

/** Says once what was found. */
function createListener(audience: Audience) {
  let known = ''
  return {
    ...audience,
    gathered(messages: readonly Message[]): void {
      const text = JSON.stringify(messages)
      if (text !== known) audience.found(messages)
      known = text
    }
  }
}

/** @returns whether the edition is as the sources were, so that there is time for more */
async function rebuild(
  stage: Rebuild['stage'],
  options: BuildOptions,
  watch: SourceWatch,
  listener: ReturnType<typeof createListener>
): Promise<boolean> {
  const started = performance.now()
  const made: string[] = []
  const isHurried = stage === 'pages'
  try {
    const {counts} = await buildEdition({
      ...options,
      isWatched: true,
      patchFrom: 0,
      pagesOnly: isHurried,
      ...(isHurried ? {} : {signal: watch.signal}),
      onGathered: (messages) => listener.gathered(messages),
      onMade(path, messages) {
        made.push(path)
        listener.found(messages)
      }
    }).catch(endedBuild(options.out))
    const milliseconds = Math.round(performance.now() - started)
    listener.rebuilt({stage, made, milliseconds, counts})
    return true
  } catch (error) {
    if (isHurried || !watch.hasChanged) listener.failed(error)
    return false
  }
}

/** Prints a line for each rebuild, as JSON where that is asked for. */
export function sayRebuilds(
  root: string,
  values: Loudness & {readonly json?: boolean | undefined},
  print: (line: string) => void
): Audience {
  return {
    rebuilt(rebuild) {
      if (values.json) print(JSON.stringify(rebuild))
      else if (!values.quiet) print(lineOf(rebuild))
    },
    found: (messages) => say(messages, values, root),
    failed(error) {
      fail(error)
    }
  }
}

function lineOf({stage, made, milliseconds, counts}: Rebuild): string {
  const [first = '', ...more] = made.map(harmless)
  const what = first && (more.length > 0 ? `${made.length} articles, ` : `${first}, `)
  const parts = stage === 'pages' ? 'pages' : `data; ${summariseCounts(counts)}`
  return `${(milliseconds / 1000).toFixed(2)} s: ${what}${parts}`
}
