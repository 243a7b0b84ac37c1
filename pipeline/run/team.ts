import {availableParallelism} from 'node:os'
import {setImmediate} from 'node:timers/promises'
import {code} from './code.ts'
import type {Publication} from './crew.ts'
import {type Desk, openDesk, type Setup} from './desk.ts'
import type {Done, Tree} from './journal.ts'
import type {Renewal} from './survey.ts'
import type {Poisoned, Threads} from './threads.ts'
import type {Task} from './work.ts'

/** Articles at least for which threads are started where nobody says how many: fewer are made sooner by one. */
const worthThreads = 64

/** Articles that are made before they are noted: what is lost at most when a build is killed. */
const batchSize = 32

/** Makes articles, here or in threads; batches come in the order of what was given. */
export interface Team {
  /** Of a source that ends whoever works on it comes what says so. */
  read(tasks: readonly Task[]): AsyncGenerator<readonly Tree[]>
  publish(
    publications: readonly Publication[]
  ): AsyncGenerator<readonly (Done | Poisoned<Publication>)[]>
  readonly desk: Desk
  end(): Promise<void>
}

/** What makes the articles of a build needs to know. */
export const setupOf = ({options, workplace, edition}: Renewal): Setup => ({
  shop: {
    sources: options.sources,
    folder: workplace.staging,
    edition,
    languages: options.languages ?? []
  },
  cache: workplace.cache,
  name: `pack-${workplace.startedAtMs}-${process.pid}`
})

/** @param jobs threads; where it is not given, as many as there are cores, and none for a few articles */
export function openTeam(setup: Setup, jobs?: number): Team {
  const desk = openDesk(setup)
  let threads: Threads | null = null
  const helpers = async (count: number): Promise<Threads | null> => {
    if (threads || threadsFor(count, jobs) < 2) return threads
    const {openThreads} = await import('./threads.ts')
    threads = openThreads(setup, threadsFor(count, jobs))
    return threads
  }
  const most = jobs ?? availableParallelism()
  return {
    desk,
    async *read(tasks) {
      const helping = await helpers(tasks.length)
      const read = helping
        ? async (some: readonly Task[]) => (await helping.read(some)).map(treeOf)
        : desk.read
      yield* inOrder(batches(tasks, most), helping ? most * 2 + 2 : 1, read)
    },
    async *publish(publications) {
      const helping = await helpers(publications.length)
      const publish = helping ? helping.publish : desk.publish
      yield* inOrder(batches(publications, most), helping ? most * 2 + 2 : 1, publish)
    },
    async end() {
      const open = threads
      threads = null
      await open?.end()
    }
  }
  function treeOf(tree: Tree | Poisoned<Task>): Tree {
    return 'poisoned' in tree ? desk.refuse(tree.poisoned, tree.why) : tree
  }
}

/** Only the compiled program can stand in another thread. */
const threadsFor = (count: number, jobs?: number): number =>
  code === null ? 1 : (jobs ?? (count < worthThreads ? 1 : availableParallelism()))

/** Items some at a time, so that each thread has several of them to do. */
function* batches<Item>(items: readonly Item[], threads: number): Generator<Item[]> {
  const size = Math.min(batchSize, Math.max(4, Math.ceil(items.length / (threads * 4))))
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

/**
 * Takes items through a program, so many at once, and gives the results in the order of the items. No item
 * is begun while the results of so many before it wait to be taken.
 */
export async function* inOrder<Item, Made>(
  items: Iterable<Item>,
  atOnce: number,
  program: (item: Item) => Promise<Made>
): AsyncGenerator<Made> {
  const begun: Promise<Made>[] = []
  for (const item of items) {
    const made = program(item)
    // Whoever takes the results meets the error.
    made.catch(() => undefined)
    begun.push(made)
    if (begun.length === atOnce) yield* first(begun)
    // Lets a signal be heard between items.
    await setImmediate()
  }
  while (begun.length > 0) yield* first(begun)
}

async function* first<Made>(begun: Promise<Made>[]): AsyncGenerator<Made> {
  for (const made of begun.splice(0, 1)) yield await made
}
