/**
 * Looks for sources that break warraq: our own files, changed at random, through every reader of
 * `pipeline/read`, packed where a reader unpacks. What is found is made small and printed with its seed; keep it
 * in `tests/fuzz/found/`.
 *
 *     FUZZ_CASES=100000 FUZZ_SEED=1 FUZZ_SECONDS=240 npx tsx tools/fuzz.ts [reader…]
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import fc from 'fast-check'
import {loadReader, readableEndings} from '../pipeline/read/index.ts'
import {mutated} from '../tests/fuzz/mutation.ts'
import {faultOfPacked, packed, packedEndings} from '../tests/fuzz/packed.ts'
import {chainOf, faultOf, faultOfOutputs, surroundings} from '../tests/fuzz/properties.ts'
import {shrunk} from '../tests/fuzz/shrink.ts'

const cases = Number(process.env.FUZZ_CASES ?? 100_000)
const firstSeed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
/** Ends a reader after so many seconds, to go on from the seed that is said. */
const mostMs = Number(process.env.FUZZ_SECONDS ?? Number.POSITIVE_INFINITY) * 1000
/** One source in so many goes through every output and its checks, which take far longer. */
const outputShare = 100
/** CPU time that a source of at most 20,000 characters may take, in milliseconds: beyond it hangs. */
const longestMs = 4_000
const batch = 500

/** Each reader with the endings it reads, which take turns. */
const readers: Readonly<Record<string, readonly string[]>> = {
  text: ['txt'],
  markdown: ['md'],
  page: ['html', 'htm', 'xhtml'],
  message: ['mhtml', 'mht'],
  warc: ['warc', 'warc.gz'],
  wacz: ['wacz'],
  docx: ['docx']
}
const all = Object.values(readers).flat()
for (const ending of [...readableEndings, ...packedEndings])
  if (!all.includes(ending)) throw new Error(`.${ending} is of no reader here`)

interface Case {
  readonly bytes: Uint8Array
  readonly ending: string
  /** Where it came in its run. */
  readonly n: number
}

async function faultIn(one: Case): Promise<string | null> {
  const withOutputs = one.n % outputShare === 0
  const start = performance.now()
  const fault = await faultOfCase(one, withOutputs)
  if (fault || withOutputs || performance.now() - start < longestMs) return fault
  // Others may have had the machine: once more, by the time that is ours.
  const before = process.cpuUsage()
  await faultOfCase(one, false)
  const {user, system} = process.cpuUsage(before)
  const ms = (user + system) / 1000
  return ms > longestMs ? `too slow: ${Math.round(ms)} ms` : null
}

async function faultOfCase({bytes, ending, n}: Case, withOutputs: boolean): Promise<string | null> {
  const around = surroundings[n % surroundings.length] ?? surroundings[0]
  if (!around) return null
  try {
    return packedEndings.includes(ending)
      ? await faultOfPacked(bytes, ending, around, withOutputs)
      : await faultOfPlain(bytes, ending, {around, withOutputs})
  } catch (error) {
    return `thrown: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function faultOfPlain(
  bytes: Uint8Array,
  ending: string,
  {around, withOutputs}: {readonly around: (typeof surroundings)[number]; readonly withOutputs: boolean}
): Promise<string | null> {
  const outcome = chainOf(bytes, ending, around)
  const fault = faultOf(outcome, bytes)
  return fault || !outcome.article || !withOutputs ? fault : faultOfOutputs(outcome.article)
}

const kindOf = (fault: string): string => fault.replace(/["`{][^]*/u, '').replace(/\d+/gu, '#')

/** Prints a fault with its case made small, and keeps that. */
async function keep(fault: string, one: Case, seed: number): Promise<void> {
  const kind = kindOf(fault)
  const small = await shrunk(one.bytes, async (bytes) => {
    const other = await faultIn({...one, bytes})
    return other !== null && kindOf(other) === kind
  })
  const name = `build/fuzz/${one.ending}-${seed}-${one.n}.${one.ending}`
  mkdirSync('build/fuzz', {recursive: true})
  writeFileSync(name, small)
  console.log(`${one.ending}: ${fault}\n  seed ${seed}, surroundings ${one.n % surroundings.length}, ${small.length} bytes in ${name}: ${JSON.stringify(Buffer.from(small).toString('utf8').slice(0, 160))}`)
}

async function fuzz(reader: string, endings: readonly string[]): Promise<number> {
  const arbitraries = endings.map((ending) => ({
    ending,
    bytes: packedEndings.includes(ending) ? packed(ending) : mutated(ending)
  }))
  const known = new Set<string>()
  let done = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  let seed = firstSeed
  for (; done < cases && performance.now() - start < mostMs; seed++) {
    const {ending, bytes: arbitrary} = arbitraries[seed % arbitraries.length] ?? {}
    if (!ending || !arbitrary) break
    for (const bytes of fc.sample(arbitrary, {seed, numRuns: Math.min(batch, cases - done)})) {
      const one = {bytes, ending, n: done++}
      const fault = await faultIn(one)
      if (!fault || known.has(kindOf(fault))) continue
      known.add(kindOf(fault))
      await keep(fault, one, seed)
    }
  }
  const {user, system} = process.cpuUsage(cpu)
  console.log(`${reader}: ${done} cases, seeds ${firstSeed} to ${seed - 1}, ${known.size} kinds of faults (${((user + system) / 1e6).toFixed(0)} s CPU)`)
  return known.size
}

const wanted = process.argv.slice(2)
let faults = 0
await loadReader('x.md')
for (const [reader, endings] of Object.entries(readers))
  if (wanted.length === 0 || wanted.includes(reader)) faults += await fuzz(reader, endings)
process.exitCode = faults > 0 ? 1 : 0
