import type {Publication} from './crew.ts'
import type {Setup} from './desk.ts'
import {DamagedEntryError} from './entries.ts'
import type {Done, Tree} from './journal.ts'
import {EndedThreadError, openPool, ownMemory, type Pool, usualPatience} from './pool.ts'
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

/**
 * Opens a pool of threads. What it is handed are names of files, and what it answers are digests and places.
 * Where a thread ends in the middle of its work, each of its articles is tried once more, alone and with as much
 * memory as this process may have; what ends that too is poisoned.
 */
export function openThreads(setup: Setup, count: number): Threads {
  const memory = ownMemory()
  const share = Math.min(memory, Math.max(256, Math.floor(memory / count)))
  const patience = setup.shop.edition.articleSeconds ?? usualPatience
  const open = (name: string, size: {count: number; memory: number}): Pool => {
    const data = {...setup, name: `${setup.name}-${name}`}
    return openPool({file: './thread.mjs', data, patience, ...size})
  }
  const crowd = open('crowd', {count, memory: share})
  let lone: Pool | null = null
  const apart = (): Pool => (lone ??= open('lone', {count: 1, memory}))
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
      return [...opened(await crowd.run<Answer<Made>>(name, items))]
    } catch (error) {
      if (!(error instanceof EndedThreadError)) throw error
    }
    const all: (Made | Poisoned<Item>)[] = []
    for (const item of items) {
      try {
        all.push(...opened(await apart().run<Answer<Made>>(name, [item])))
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
