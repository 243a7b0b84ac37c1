import type {Authorities} from '../source/types.ts'
import {code} from './code.ts'
import {EndedThreadError, openPool, ownMemory, type Pool, usualPatience} from './pool.ts'
import {poisonedLine, type Stager} from './stage.ts'
import type {StageAnswer} from './stage-thread.ts'

/** Who makes the results of records. */
export interface StageCrew {
  readonly stage: Stager
  end(): Promise<void>
}

/**
 * Makes results in a thread beside this one, so that a record that takes too long, or all memory, ends its thread and
 * not the stage. It is tried once more in a thread of its own; what ends that too is refused with
 * `run/poisoned-article`.
 * @param patience seconds that a record may take
 */
export async function openStageCrew(
  authorities: Authorities,
  patience = usualPatience
): Promise<StageCrew> {
  // Only the compiled program can stand in another thread.
  if (code === null) {
    const {stageWith} = await import('./stage-record.ts')
    return {stage: stageWith(authorities), end: async () => undefined}
  }
  const open = (): Pool =>
    openPool({
      file: './stage-thread.mjs',
      data: authorities,
      count: 1,
      memory: ownMemory(),
      patience
    })
  const usual = open()
  return {
    async stage(line) {
      try {
        return await resultOf(usual, line)
      } catch (error) {
        if (!(error instanceof EndedThreadError)) throw error
      }
      const alone = open()
      try {
        return await resultOf(alone, line)
      } catch (error) {
        if (!(error instanceof EndedThreadError)) throw error
        return poisonedLine(line, error.message)
      } finally {
        await alone.end()
      }
    },
    end: () => usual.end()
  }
}

async function resultOf(pool: Pool, line: string): Promise<string> {
  const answer = await pool.run<StageAnswer>('stage', line)
  if ('fault' in answer) throw new Error(answer.fault)
  return answer.result
}
