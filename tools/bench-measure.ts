import {spawnSync} from 'node:child_process'
import {appendFileSync, mkdirSync, writeFileSync} from 'node:fs'
import {availableParallelism, loadavg} from 'node:os'
import {join} from 'node:path'
import {variants} from '../tests/distribution/records.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/** CPU time of a command and what it starts, in milliseconds. */
export function cpuOf(command: string, cwd: string): number {
  const {stderr, status} = spawnSync('bash', ['-c', `TIMEFORMAT='cpu %U %S'; time { { ${command}; } > /dev/null 2>&1; }`], {encoding: 'utf8', cwd})
  const [, user = '', system = ''] = /cpu ([\d.]+) ([\d.]+)/u.exec(stderr) ?? []
  if (status !== 0 || user === '') throw new Error(`${command} ends with ${status}`)
  return (Number(user) + Number(system)) * 1000
}

/** CPU time of work in this process, its threads among it, in milliseconds. */
export async function cpuWithin(work: () => Promise<void> | void): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

export type Measure = () => Promise<number> | number

/** What is measured in turn with what it is held against. */
export interface Bar {
  readonly name: string
  /** How many times the other it may be, at most. */
  readonly target: number
  readonly ours: Measure
  readonly other: Measure
  /** Where one of the usual number of rounds would take long. */
  readonly rounds?: number
}

const history: Record<string, number> = {}

/** Measures both in turn, a round to warm up and then so many, and prints the ratio of the medians. */
export async function measure({name, target, ours, other, rounds: own = rounds}: Bar): Promise<void> {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round <= own; round++) {
    const pair: [number, number] = [await ours(), await other()]
    if (round === 0) continue
    mine.push(pair[0])
    theirs.push(pair[1])
  }
  const ratio = middle(mine) / middle(theirs)
  history[name] = Number(ratio.toFixed(2))
  console.log(`${ratio <= target ? 'within  ' : 'over    '} ${ratio.toFixed(2)} × (at most ${target}): ${name}; ${middle(mine).toFixed(1)} ms against ${middle(theirs).toFixed(1)} ms`)
}

/** Says why a bar is not measured. */
export const leaveOut = (name: string, why: string): void => console.log(`not here  ${name}: ${why}`)

/** Adds what was measured to the history, a line a run. */
export function keepHistory(): void {
  mkdirSync('bench', {recursive: true})
  appendFileSync('bench/history.jsonl', `${JSON.stringify({date: new Date().toISOString().slice(0, 10), node: process.version, cores: availableParallelism(), load: Number((loadavg()[0] ?? 0).toFixed(1)), rounds, ...history})}\n`)
}

/** Writes so many sources that differ into a folder. */
export function writeVariants(folder: string, count: number): void {
  mkdirSync(folder, {recursive: true})
  for (const line of variants(count)) {
    const {id, text}: {id: string; text: string} = JSON.parse(line)
    writeFileSync(join(folder, `${id}.txt`), text)
  }
}
