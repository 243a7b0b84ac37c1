import {fileURLToPath} from 'node:url'
import {getHeapStatistics} from 'node:v8'
import {Tinypool} from 'tinypool'

/** A thread ended before its work did; the message says why. */
export class EndedThreadError extends Error {}

/** Threads that run the same program. */
export interface Pool {
  /** Runs a function of the program. @throws EndedThreadError where its thread ends before it does */
  run<Answer>(name: string, task: unknown): Promise<Answer>
  end(): Promise<void>
}

interface Program {
  /** Its file, beside this one. */
  readonly file: string
  /** What it is handed when it begins. */
  readonly data: unknown
  /** Threads at most. */
  readonly count: number
  /** Megabytes that a thread may have. */
  readonly memory: number
  /** Seconds after which a thread counts as one that never ends. */
  readonly patience: number
}

/** Seconds after which a thread counts as one that never ends, where nobody says. */
export const usualPatience = 300

/** Megabytes that this process may have. */
export const ownMemory = (): number =>
  Math.floor(getHeapStatistics().heap_size_limit / (1 << 20))

/** Opens a pool; a thread that ended is replaced. */
export function openPool({file, data, count, memory, patience}: Program): Pool {
  const pool = new Tinypool({
    filename: fileURLToPath(new URL(file, import.meta.url)),
    minThreads: 1,
    maxThreads: count,
    idleTimeout: 60_000,
    workerData: data,
    resourceLimits: {maxOldGenerationSizeMb: memory}
  })
  const lost = new Set<(error: unknown) => void>()
  // A thread that could not begin.
  pool.on('error', (error) => {
    for (const reject of lost) reject(error)
  })
  const places = createPlaces(count)
  let isEnding = false
  const attempt = (name: string, task: unknown) =>
    new Promise<never>((resolve, reject) => {
      lost.add(reject)
      const signal = AbortSignal.timeout(Math.ceil(patience * 1000))
      pool
        .run(task, {name, signal})
        .then(resolve, (error) => {
          // Nobody waits any more for what a thread was doing that was told to end.
          if (!isEnding) reject(ended(error, {memory, patience}))
        })
        .finally(() => lost.delete(reject))
    })
  return {
    run: (name, task) => places.within(() => attempt(name, task)),
    async end() {
      isEnding = true
      await pool.destroy()
    }
  }
}

function ended(
  error: unknown,
  {memory, patience}: {readonly memory: number; readonly patience: number}
): EndedThreadError {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new EndedThreadError(`it needs more than ${memory} MB of memory`)
  if (error instanceof Error && error.name === 'AbortError')
    return new EndedThreadError(`it takes more than ${patience} seconds`)
  return new EndedThreadError(error instanceof Error ? error.message : String(error))
}

/** Lets so many programs run at once: the time of one begins when its thread is free. */
function createPlaces(count: number) {
  let free = count
  const waiting: (() => void)[] = []
  return {
    async within<Made>(work: () => Promise<Made>): Promise<Made> {
      if (free > 0) free--
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else free++
      }
    }
  }
}
