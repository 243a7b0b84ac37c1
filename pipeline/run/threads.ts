import {fileURLToPath} from 'node:url'
import {getHeapStatistics} from 'node:v8'
import {Tinypool} from 'tinypool'
import type {Publication} from './crew.ts'
import type {Setup} from './desk.ts'
import {DamagedEntryError} from './entries.ts'
import type {Done, Tree} from './journal.ts'
import type {Answer} from './thread.ts'
import type {Task} from './work.ts'

/** An item that ended each thread that worked on it. */
export interface Poisoned<Item> {
  readonly poisoned: Item
  readonly why: string
}

/** Desks in threads of their own. */
export interface Threads {
  read(tasks: readonly Task[]): Promise<(Tree | Poisoned<Task>)[]>
  publish(publications: readonly Publication[]): Promise<(Done | Poisoned<Publication>)[]>
  /** Ends the threads. */
  end(): Promise<void>
}

/** Seconds after which a thread counts as one that never ends, where the edition does not say. */
const usualPatience = 300

const mebibyte = 1 << 20

/**
 * Opens a pool of threads. What it is handed are names of files, and what it answers are digests and places.
 * Where a thread ends in the middle of its work, each of its articles is tried once more, alone and with as much
 * memory as this process may have; what ends that too is poisoned.
 */
export function openThreads(setup: Setup, count: number): Threads {
  const memory = Math.floor(getHeapStatistics().heap_size_limit / mebibyte)
  const share = Math.min(memory, Math.max(256, Math.floor(memory / count)))
  const crowd = openPool({...setup, name: `${setup.name}-crowd`}, {count, memory: share})
  let lone: Pool | null = null
  const apart = (): Pool =>
    (lone ??= openPool({...setup, name: `${setup.name}-lone`}, {count: 1, memory}))
  const both = <Item, Made>(name: string) => together<Item, Made>(name, crowd, apart)
  return {
    read: both<Task, Tree>('read'),
    publish: both<Publication, Done>('publish'),
    async end() {
      await Promise.all([crowd.end(), lone?.end()])
    }
  }
}

/** Hands items to the crowd, and where that ends a thread, one by one to a thread apart. */
const together =
  <Item, Made>(name: string, crowd: Pool, apart: () => Pool) =>
  async (items: readonly Item[]): Promise<(Made | Poisoned<Item>)[]> => {
    try {
      return [...opened(await crowd.run<Made>(name, items))]
    } catch (error) {
      if (!(error instanceof EndedThreadError)) throw error
    }
    const all: (Made | Poisoned<Item>)[] = []
    for (const item of items) {
      try {
        all.push(...opened(await apart().run<Made>(name, [item])))
      } catch (error) {
        if (!(error instanceof EndedThreadError)) throw error
        all.push({poisoned: item, why: error.message})
      }
    }
    return all
  }

/** What was made. @throws what the thread threw */
function opened<Made>(answer: Answer<Made>): readonly Made[] {
  if ('done' in answer) return answer.done
  if ('damaged' in answer) throw new DamagedEntryError(answer.damaged)
  const {message, stack, system} = answer.fault
  throw Object.assign(new Error(message), {...system, stack})
}

/** A thread ended before its work did; the message says why. */
class EndedThreadError extends Error {}

interface Pool {
  run<Made>(name: string, items: readonly unknown[]): Promise<Answer<Made>>
  end(): Promise<void>
}

function openPool(
  setup: Setup,
  {count, memory}: {readonly count: number; readonly memory: number}
): Pool {
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./thread.mjs', import.meta.url)),
    minThreads: 1,
    maxThreads: count,
    idleTimeout: 60_000,
    workerData: setup,
    resourceLimits: {maxOldGenerationSizeMb: memory}
  })
  const patience = setup.shop.edition.articleSeconds ?? usualPatience
  const lost = new Set<(error: unknown) => void>()
  // A thread that could not begin.
  pool.on('error', (error) => {
    for (const reject of lost) reject(error)
  })
  const places = createPlaces(count)
  let isEnding = false
  const attempt = (name: string, items: readonly unknown[]) =>
    new Promise<Answer<never>>((resolve, reject) => {
      lost.add(reject)
      const signal = AbortSignal.timeout(patience * 1000)
      pool
        .run(items, {name, signal})
        .then(resolve, (error) => {
          // Nobody waits any more for what a thread was doing that was told to end.
          if (!isEnding) reject(ended(error, {memory, patience}))
        })
        .finally(() => lost.delete(reject))
    })
  return {
    run: (name, items) => places.within(() => attempt(name, items)),
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
