import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {command, warraq} from '../support/command.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const call = (last: string): string =>
  `A call\n6 March 2024\n\nAnna Lind: Is the ship in the harbour?\nBo Ek: She came at noon.\nAnna Lind: And the crew?\nBo Ek: ${last}\n`
const ferry =
  'The night ferry\n7 March 2024\n\nThe night ferry did not sail because of the storm.\n'

/** How an edition is made. */
export interface Way {
  /** Options of `build`. */
  readonly options?: readonly string[]
  /** Of the command: how many files make an edition that is patched file by file. */
  readonly env?: Readonly<Record<string, string>>
  /** Made of so many shards by `merge`. */
  readonly shards?: number
}

/** Every way there is to put a new edition in the place of an old one. */
export const ways = {
  replaced: {},
  patched: {env: {WARRAQ_MANY_FILES: '20'}},
  packed: {options: ['--only', 'data,json,tei', '--pack']},
  merged: {shards: 2},
  'made by threads': {options: ['--jobs', '2']}
} as const satisfies Readonly<Record<string, Way>>

/** An edition that is made to and fro between two states of its sources: in the second an article differs, and there is one more. */
export interface Stand extends Required<Omit<Way, 'options' | 'shards'>> {
  readonly out: string
  /** What makes each state, less the place. */
  readonly makes: readonly [Arguments, Arguments]
  /** Brings the sources to a state. */
  turn(state: 0 | 1): void
  /** Digests of what each state gives, made where nothing was before. */
  readonly clean: readonly [Digests, Digests]
  /** What is said when each state is made. */
  readonly said: readonly [string, string]
  state: 0 | 1
}
type Arguments = readonly string[]
type Digests = Readonly<Record<string, string>>

/** @param way how its editions are made */
export function createStand({options = [], env = {}, shards = 0}: Way): Stand {
  const sources = writeSources({
    'edition.yaml':
      'title: The harbour\nbaseUrl: https://harbour.example/\npictures: false\n',
    'press/ship.txt':
      'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n',
    'press/call.txt': call('All well.')
  })
  const turn = (state: 0 | 1): void => turnSources(sources, state)
  const build = ['build', sources, ...options]
  const makeOf = (): Arguments =>
    shards === 0 ? build : ['merge', ...shardsOf(build, shards)]
  turn(1)
  const other = makeOf()
  const after = made({makes: other, out: join(newFolder(), 'dist'), env})
  turn(0)
  const one = makeOf()
  const out = join(newFolder(), 'dist')
  const before = made({makes: one, out, env})
  return {
    ...{out, env, turn},
    makes: [one, other],
    clean: [before.digests, after.digests],
    said: [before.said, after.said],
    state: 0
  }
}

function turnSources(sources: string, state: 0 | 1): void {
  writeFileSync(
    join(sources, 'press/call.txt'),
    call(state ? 'Two are ill.' : 'All well.')
  )
  if (state) writeFileSync(join(sources, 'press/ferry.txt'), ferry)
  else rmSync(join(sources, 'press/ferry.txt'), {force: true})
}

const shardsOf = (build: Arguments, count: number): string[] =>
  Array.from({length: count}, (_, n) => {
    const out = join(newFolder(), 'shard')
    made({makes: [...build, '--shard', `${n}/${count}`], out, env: {}})
    return out
  })

function made({
  makes,
  out,
  env
}: {
  readonly makes: Arguments
  readonly out: string
  readonly env: Stand['env']
}) {
  const {status, stderr} = warraq([...makes, '--out', out], {env})
  if (status !== 0) throw new Error(`${makes[0]} ends with ${status}: ${stderr}`)
  return {digests: digestsOf(out), said: stderr}
}

/** The folder beside an edition in which a build keeps what the next one needs. */
export const cacheOf = (out: string): string => join(dirname(out), '.dist.cache')

/** What lies beside an edition and in that folder, and should not when no build is at work. */
export const leftovers = (out: string): string[] => [
  ...readdirSync(dirname(out)).filter((name) => !['dist', '.dist.cache'].includes(name)),
  ...readdirSync(cacheOf(out)).filter(
    (name) => !/^(?:manifest|messages|pack-.+|runs-[a-z-]+)$/u.test(name)
  )
]

/** How many changes on disk it takes to make the other state; the stand is in that state then. */
export function changesOf(stand: Stand): number {
  flip(stand)
  const {stderr} = make(stand, 'count')
  return Number(/(\d+) changes on disk/u.exec(stderr)?.[1])
}

/** Milliseconds that it takes to make the other state; the stand is in that state then. */
export function millisecondsOf(stand: Stand): number {
  flip(stand)
  const start = performance.now()
  make(stand)
  return performance.now() - start
}

function flip(stand: Stand): void {
  stand.state = stand.state ? 0 : 1
  stand.turn(stand.state)
}

const argumentsOf = ({makes, state, out}: Stand): string[] => [
  ...makes[state],
  '--out',
  out
]
const make = (stand: Stand, fault?: string) =>
  warraq(argumentsOf(stand), {
    env: {...stand.env, ...(fault ? {WARRAQ_FAULT: fault} : {})}
  })

/**
 * Changes the sources, lets the command meet a fault, and runs it again. @param fault as `WARRAQ_FAULT` has it
 * @returns what does not hold then; null where all holds
 */
export function faultAfter(stand: Stand, fault: string): string | null {
  const before = stand.clean[stand.state]
  flip(stand)
  const {status, signal, stderr} = make(stand, fault)
  const isKilled = /:(?:kill|torn)$/u.test(fault)
  if (isKilled && signal !== 'SIGKILL') return `it was not killed: ${status} ${stderr}`
  const after = stand.clean[stand.state]
  // Where nothing but what is removed comes behind it, the fault is none.
  const state = isKilled
    ? faultOfEdition(stand, [before, after])
    : status === 0
      ? differences(digestsOf(stand.out), after)
      : faultOfRefusal(stand, {status, stderr})
  return state ?? faultOfNext(stand)
}

/**
 * Changes the sources, kills the command and its threads after so many milliseconds, wherever it is then, and runs it
 * again. @returns what does not hold then; null where all holds
 */
export function faultAfterTime(stand: Stand, milliseconds: number): string | null {
  const before = stand.clean[stand.state]
  flip(stand)
  spawnSync(process.execPath, [command, ...argumentsOf(stand)], {
    env: {PATH: process.env.PATH, ...stand.env},
    timeout: Math.max(1, Math.round(milliseconds)),
    killSignal: 'SIGKILL'
  })
  return faultOfEdition(stand, [before, stand.clean[stand.state]]) ?? faultOfNext(stand)
}

/** What does not hold after the command was run again. */
function faultOfNext(stand: Stand): string | null {
  const {status, stderr} = make(stand)
  if (status !== 0) return `the next run ends with ${status}: ${stderr}`
  if (stderr !== stand.said[stand.state])
    return `the next run says something else: ${stderr}`
  const different = differences(digestsOf(stand.out), stand.clean[stand.state])
  if (different) return `after the next run ${different}`
  const left = leftovers(stand.out)
  return left.length > 0 ? `left behind: ${left.join(', ')}` : null
}

/** Between its two renames an edition lies in the cache; while a large one is patched, what is to be done is noted. */
function faultOfEdition({out}: Stand, either: readonly Digests[]): string | null {
  if (existsSync(join(cacheOf(out), 'patch'))) return null
  const place = [out, join(cacheOf(out), 'previous')].find((path) => existsSync(path))
  if (!place) return 'there is no edition'
  const found = digestsOf(place)
  return either.every((digests) => differences(found, digests))
    ? 'the edition is neither the old nor the new one'
    : null
}

function faultOfRefusal(
  {out, clean, env}: Stand,
  {status, stderr}: {readonly status: number | null; readonly stderr: string}
): string | null {
  if (status !== 74) return `it ends with ${status}: ${stderr}`
  const lines = stderr.trim().split('\n')
  if (lines.length !== 2 || !/ run\/[a-z-]+$/u.test(lines[0] ?? ''))
    return `it is not said in one message: ${stderr}`
  if (env.WARRAQ_MANY_FILES && existsSync(join(cacheOf(out), 'patch'))) return null
  const found = digestsOf(out)
  if (clean.every((digests) => differences(found, digests)))
    return 'the edition is neither the old nor the new one'
  const left = leftovers(out).filter((name) => !/^(?:progress|staging)$/u.test(name))
  return left.length > 0 ? `left behind: ${left.join(', ')}` : null
}

function differences(found: Digests, wanted: Digests): string | null {
  const paths = new Set([...Object.keys(found), ...Object.keys(wanted)])
  const other = [...paths].filter((path) => found[path] !== wanted[path])
  return other.length > 0 ? `${other.length} files differ: ${other.slice(0, 5)}` : null
}

/** Numbers from 1 to `most`, the same for the same seed. @see Knuth's multiplicative hashing */
export const pointsOf = (seed: number, count: number, most: number): number[] =>
  Array.from(
    {length: count},
    (_, n) => 1 + ((Math.imul(seed * 7919 + n + 1, 2654435761) >>> 0) % most)
  )
