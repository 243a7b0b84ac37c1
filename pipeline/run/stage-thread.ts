import {workerData} from 'node:worker_threads'
import type {Authorities} from '../source/types.ts'
import {stageWith} from './stage-record.ts'

// The pool puts what is its own before what it was given for us.
const [, authorities]: readonly [unknown, Authorities] = workerData
const stageHere = stageWith(authorities)

/** What a thread answers: a result, or a fault of ours. */
export type StageAnswer = {readonly result: string} | {readonly fault: string}

/** Makes the result of a line, in this thread. */
export async function stage(line: string): Promise<StageAnswer> {
  try {
    return {result: await stageHere(line)}
  } catch (error) {
    return {
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
  }
}
