import {existsSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {warraq} from '../support/command.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const call = (last: string): string =>
  `A call\n6 March 2024\n\nAnna Lind: Is the ship in the harbour?\nBo Ek: She came at noon.\nAnna Lind: And the crew?\nBo Ek: ${last}\n`
const ferry =
  'The night ferry\n7 March 2024\n\nThe night ferry did not sail because of the storm.\n'

/** An edition that is built to and fro between two states of its sources: in the second an article differs, and there is one more. */
export interface Stand {
  readonly sources: string
  readonly out: string
  /** Of the builds: how many files make an edition that is patched file by file. */
  readonly env: Readonly<Record<string, string>>
  /** Digests of what each state gives, built where nothing was before. */
  readonly clean: readonly [Digests, Digests]
  /** What the build of each state says. */
  readonly said: readonly [string, string]
  state: 0 | 1
}
type Digests = Readonly<Record<string, string>>

/** @param isPatched the edition counts as a large one, which is changed in place */
export function createStand(isPatched: boolean): Stand {
  const sources = writeSources({
    'edition.yaml':
      'title: The harbour\nbaseUrl: https://harbour.example/\npictures: false\n',
    'press/ship.txt':
      'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n',
    'press/call.txt': call('All well.')
  })
  const env = isPatched ? {WARRAQ_MANY_FILES: '20'} : {}
  const out = join(newFolder(), 'dist')
  const stand = {sources, out, env}
  turn(sources, 1)
  const other = built({...stand, out: join(newFolder(), 'dist')})
  turn(sources, 0)
  const one = built(stand)
  return {
    ...stand,
    clean: [one.digests, other.digests],
    said: [one.said, other.said],
    state: 0
  }
}

function turn(sources: string, state: 0 | 1): void {
  writeFileSync(
    join(sources, 'press/call.txt'),
    call(state ? 'Two are ill.' : 'All well.')
  )
  if (state) writeFileSync(join(sources, 'press/ferry.txt'), ferry)
  else rmSync(join(sources, 'press/ferry.txt'), {force: true})
}

function built({sources, out, env}: Pick<Stand, 'sources' | 'out' | 'env'>) {
  const {status, stderr} = warraq(['build', sources, '--out', out], {env})
  if (status !== 0) throw new Error(`the build ends with ${status}: ${stderr}`)
  return {digests: digestsOf(out), said: stderr}
}

/** The folder beside an edition in which a build keeps what the next one needs. */
export const cacheOf = (out: string): string => join(dirname(out), '.dist.cache')

/** What lies beside an edition and in that folder, and should not when no build is at work. */
export const leftovers = (out: string): string[] => [
  ...readdirSync(dirname(out)).filter((name) => !['dist', '.dist.cache'].includes(name)),
  ...readdirSync(cacheOf(out)).filter(
    (name) => !/^(?:manifest|messages|pack-.+)$/u.test(name)
  )
]

/** How many changes on disk it takes to build the other state; the stand is in that state then. */
export function changesOf(stand: Stand): number {
  stand.state = stand.state ? 0 : 1
  turn(stand.sources, stand.state)
  const {stderr} = build(stand, 'count')
  return Number(/(\d+) changes on disk/u.exec(stderr)?.[1])
}

const build = ({sources, out, env}: Stand, fault?: string) =>
  warraq(['build', sources, '--out', out], {
    env: {...env, ...(fault ? {WARRAQ_FAULT: fault} : {})}
  })

/**
 * Changes the sources, lets the build meet a fault, and builds again. @param fault as `WARRAQ_FAULT` has it
 * @returns what does not hold then; null where all holds
 */
export function faultAfter(stand: Stand, fault: string): string | null {
  const before = stand.clean[stand.state]
  stand.state = stand.state ? 0 : 1
  const wanted = stand.clean[stand.state]
  turn(stand.sources, stand.state)
  const {status, signal, stderr} = build(stand, fault)
  const isKilled = /:(?:kill|torn)$/u.test(fault)
  if (isKilled && signal !== 'SIGKILL') return `it was not killed: ${status} ${stderr}`
  const state = isKilled
    ? faultOfEdition(stand, [before, wanted])
    : faultOfRefusal(stand, {status, stderr})
  if (state) return state
  const again = build(stand)
  if (again.status !== 0)
    return `the next build ends with ${again.status}: ${again.stderr}`
  if (again.stderr !== stand.said[stand.state])
    return `the next build says something else: ${again.stderr}`
  const different = differences(digestsOf(stand.out), wanted)
  if (different) return `after the next build ${different}`
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
