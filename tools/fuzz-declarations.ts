/**
 * Looks for YAML files and records of `warraq stage` that break warraq: our own declarations, changed at
 * random, in the place of each kind of file; and lines that are records, nearly records, or none.
 *
 *     FUZZ_CASES=100000 FUZZ_SEED=1 npx tsx tools/fuzz-declarations.ts
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import fc from 'fast-check'
import {faultOfDeclaration, kinds} from '../tests/fuzz/declarations.ts'
import {mutated} from '../tests/fuzz/mutation.ts'
import {faultOfRecords, recordLine} from '../tests/fuzz/records.ts'
import {shrunk} from '../tests/fuzz/shrink.ts'

const cases = Number(process.env.FUZZ_CASES ?? 100_000)
const firstSeed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
/** One in so many goes through every output and its checks, which take far longer. */
const outputShare = 50
const batch = 500
const kindOf = (fault: string): string => fault.replace(/["`{][^]*/u, '').replace(/\d+/gu, '#')

async function guarded(work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await work()
  } catch (error) {
    return `thrown: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Runs cases in batches; a fault is printed once a kind, with its case kept. */
async function fuzz<Case>(
  name: string,
  arbitrary: fc.Arbitrary<Case>,
  check: (one: Case, n: number) => Promise<string | null>,
  keep: (one: Case, isFaulty: (less: Case) => Promise<boolean>) => Promise<Uint8Array>
): Promise<number> {
  const known = new Set<string>()
  let done = 0
  for (let seed = firstSeed; done < cases; seed++) {
    for (const one of fc.sample(arbitrary, {seed, numRuns: Math.min(batch, cases - done)})) {
      const n = done++
      const fault = await guarded(() => check(one, n))
      if (!fault || known.has(kindOf(fault))) continue
      known.add(kindOf(fault))
      const small = await keep(one, async (less) => {
        const other = await guarded(() => check(less, n))
        return other !== null && kindOf(other) === kindOf(fault)
      })
      mkdirSync('build/fuzz', {recursive: true})
      writeFileSync(`build/fuzz/${name}-${seed}-${n}`, small)
      console.log(`${name}: ${fault}\n  seed ${seed}, build/fuzz/${name}-${seed}-${n}: ${JSON.stringify(Buffer.from(small).toString('utf8').slice(0, 160))}`)
    }
  }
  console.log(`${name}: ${done} cases from seed ${firstSeed} on, ${known.size} kinds of faults`)
  return known.size
}

let faults = 0
for (const kind of kinds)
  faults += await fuzz(kind, mutated('yaml'), (bytes, n) => faultOfDeclaration(bytes, kind, n % outputShare === 0), shrunk)
faults += await fuzz(
  'records',
  fc.array(recordLine, {minLength: 1, maxLength: 8}),
  (lines) => faultOfRecords(lines),
  async (lines) => new TextEncoder().encode(lines.join('\n'))
)
process.exitCode = faults > 0 ? 1 : 0
