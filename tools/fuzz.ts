/**
 * Looks for sources that break warraq: our own files, changed at random, through every reader of
 * `pipeline/read`. What is found is made small and printed with its seed; keep it in `tests/fuzz/found/`.
 *
 *     FUZZ_CASES=100000 FUZZ_SEED=1 npx tsx tools/fuzz.ts [ending…]
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import fc from 'fast-check'
import {loadReader, readableEndings} from '../pipeline/read/index.ts'
import {mutated} from '../tests/fuzz/mutation.ts'
import {chainOf, faultOf, faultOfOutputs, surroundings} from '../tests/fuzz/properties.ts'
import {shrunk} from '../tests/fuzz/shrink.ts'

const cases = Number(process.env.FUZZ_CASES ?? 100_000)
const firstSeed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
/** One source in so many goes through every output and its checks, which take far longer. */
const outputShare = 20
/** CPU time that a source of at most 20,000 characters may take, in milliseconds. */
const longestMs = 4_000
const batch = 500

async function faultIn(bytes: Uint8Array, ending: string, n: number, withOutputs: boolean): Promise<string | null> {
  const around = surroundings[n % surroundings.length] ?? surroundings[0]
  if (!around) return null
  const before = process.cpuUsage()
  const outcome = chainOf(bytes, ending, around)
  const {user, system} = process.cpuUsage(before)
  const ms = (user + system) / 1000
  if (ms > longestMs) return `too slow: ${Math.round(ms)} ms`
  const fault = faultOf(outcome, bytes)
  if (fault || !outcome.article || !withOutputs) return fault
  try {
    return await faultOfOutputs(outcome.article)
  } catch (error) {
    return `an output threw: ${error instanceof Error ? error.message : String(error)}`
  }
}

const kindOf = (fault: string): string => fault.replace(/["`{][^]*/u, '').replace(/\d+/gu, '#')

async function fuzz(ending: string): Promise<number> {
  const arbitrary = mutated(ending)
  const known = new Set<string>()
  let done = 0
  let read = 0
  const cpu = process.cpuUsage()
  for (let seed = firstSeed; done < cases; seed++) {
    for (const bytes of fc.sample(arbitrary, {seed, numRuns: Math.min(batch, cases - done)})) {
      const n = done++
      const withOutputs = n % outputShare === 0
      const fault = await faultIn(bytes, ending, n, withOutputs)
      if (!fault) continue
      const kind = kindOf(fault)
      if (known.has(kind)) continue
      known.add(kind)
      const small = await shrunk(bytes, async (less) => {
        const other = await faultIn(less, ending, n, withOutputs)
        return other !== null && kindOf(other) === kind
      })
      const name = `build/fuzz/${ending}-${seed}-${n}.${ending}`
      mkdirSync('build/fuzz', {recursive: true})
      writeFileSync(name, small)
      console.log(`${ending}: ${fault}\n  seed ${seed}, surroundings ${n % surroundings.length}, ${small.length} bytes in ${name}: ${JSON.stringify(Buffer.from(small).toString('utf8').slice(0, 160))}`)
    }
    read = done
  }
  const {user, system} = process.cpuUsage(cpu)
  console.log(`${ending}: ${read} cases from seed ${firstSeed} on, ${known.size} kinds of faults (${((user + system) / 1e6).toFixed(0)} s CPU)`)
  return known.size
}

const wanted = process.argv.slice(2)
let faults = 0
await loadReader('x.md')
// A Word document is read as the HTML that is made of it, which nobody writes by hand.
for (const ending of readableEndings.filter((each) => each !== 'docx')) if (wanted.length === 0 || wanted.includes(ending)) faults += await fuzz(ending)
process.exitCode = faults > 0 ? 1 : 0
