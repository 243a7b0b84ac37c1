/**
 * Ends and fails builds at points drawn by chance, and looks at what is left: the old edition or the new one, whole, and
 * after the next build what a clean build gives. Editions that are replaced and such that are patched.
 *
 *     CRASH_POINTS=200 FUZZ_SEED=1 npx tsx tools/fuzz-crash.ts
 */
import {changesOf, createStand, faultAfter, pointsOf} from '../tests/faults/stand.ts'

const points = Number(process.env.CRASH_POINTS ?? 200)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
/** What a build meets, in turns. */
const kinds = ['kill', 'torn', 'kill', 'ENOSPC', 'kill', 'EIO', 'torn', 'EMFILE']

let faults = 0
for (const isPatched of [false, true]) {
  const stand = createStand(isPatched)
  const most = Math.min(changesOf(stand), changesOf(stand))
  const met = new Map<string, number>()
  for (const [n, point] of pointsOf(seed, points / 2, most).entries()) {
    const kind = kinds[n % kinds.length] ?? 'kill'
    const fault = faultAfter(stand, `${point}:${kind}`)
    met.set(kind, (met.get(kind) ?? 0) + 1)
    if (!fault) continue
    faults++
    console.log(`WARRAQ_FAULT=${point}:${kind}: ${fault}`)
  }
  const counts = [...met].map(([kind, count]) => `${count} ${kind}`).join(', ')
  console.log(`an edition that is ${isPatched ? 'patched' : 'replaced'}, ${most} changes on disk a build, seed ${seed}: ${counts}; ${faults} faults so far`)
}
process.exitCode = faults > 0 ? 1 : 0
