import {threadId, workerData} from 'node:worker_threads'
import type {Publication} from './crew.ts'
import {openDesk, type Setup} from './desk.ts'
import {DamagedEntryError} from './entries.ts'
import type {Done, Tree} from './journal.ts'
import type {Task} from './work.ts'

/** What a thread answers; an error loses what it carries on its way to another thread, so it goes as plain data. */
export type Answer<Item> =
  | {readonly done: readonly Item[]}
  | {readonly damaged: string}
  | {
      readonly fault: Fault
    }

/** An error, with what the system says of it where it is one of the system. */
interface Fault {
  readonly message: string
  readonly stack: string
  readonly system: object
}

// The pool puts what is its own before what it was given for us.
const [, setup]: readonly [unknown, Setup] = workerData
const desk = openDesk({...setup, name: `${setup.name}-${threadId}`})

/** Takes some sources through the chain, in this thread. */
export const read = (tasks: readonly Task[]): Promise<Answer<Tree>> =>
  answer(() => desk.read(tasks))

/** Publishes some articles, in this thread. */
export const publish = (publications: readonly Publication[]): Promise<Answer<Done>> =>
  answer(() => desk.publish(publications))

async function answer<Item>(work: () => Promise<Item[]>): Promise<Answer<Item>> {
  try {
    return {done: await work()}
  } catch (error) {
    if (error instanceof DamagedEntryError) return {damaged: error.slug}
    const {message = String(error), stack = ''} = error instanceof Error ? error : {}
    return {fault: {message, stack, system: {...(error instanceof Error ? error : {})}}}
  }
}
