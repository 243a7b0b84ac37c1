/**
 * Ends and fails builds and merges at points drawn by chance, and looks at what is left: the old edition or the new one,
 * whole, and after the next run what a clean one gives. At changes on disk, and at moments from 0 to 100 % of a run.
 *
 *     CRASH_POINTS=200 CRASH_TIMES=50 FUZZ_SEED=1 npx tsx tools/fuzz-crash.ts [way…]
 */
import {changesOf, createStand, faultAfter, faultAfterTime, millisecondsOf, pointsOf, ways} from '../tests/faults/stand.ts'

const points = Number(process.env.CRASH_POINTS ?? 200)
const moments = Number(process.env.CRASH_TIMES ?? 50)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
/** What a command meets, in turns. */
const kinds = ['kill', 'torn', 'kill', 'ENOSPC', 'kill', 'EIO', 'torn', 'EMFILE']
const typed = process.argv.slice(2)
const tried = Object.entries(ways).filter(([name]) => typed.length === 0 || typed.includes(name))
/** Threads change the disk in an order of their own: only moments say where they are ended. */
const isCounted = (name: string): boolean => name !== 'made by threads'
const counted = tried.filter(([name]) => isCounted(name)).length

let faults = 0
const note = (what: string, fault: string | null): void => {
  if (!fault) return
  faults++
  console.log(`${what}: ${fault}`)
}

for (const [name, way] of tried) {
  const stand = createStand(way)
  const met = new Map<string, number>()
  const most = isCounted(name) ? Math.min(changesOf(stand), changesOf(stand)) : 0
  const drawn = isCounted(name) ? pointsOf(seed, Math.ceil(points / counted), most) : []
  for (const [n, point] of drawn.entries()) {
    const kind = kinds[n % kinds.length] ?? 'kill'
    met.set(kind, (met.get(kind) ?? 0) + 1)
    note(`${name}, WARRAQ_FAULT=${point}:${kind}`, faultAfter(stand, `${point}:${kind}`))
  }
  const whole = (millisecondsOf(stand) + millisecondsOf(stand)) / 2
  const times = Math.ceil(moments / tried.length)
  for (let n = 0; n < times; n++) {
    const ms = (whole * (n + (seed % 97) / 97)) / times
    note(`${name}, killed after ${ms.toFixed(0)} ms`, faultAfterTime(stand, ms))
  }
  const counts = [...met].map(([kind, count]) => `${count} ${kind}`)
  console.log(`an edition that is ${name}, ${most} changes on disk and ${whole.toFixed(0)} ms a run, seed ${seed}: ${[...counts, `${times} at a moment`].join(', ')}; ${faults} faults so far`)
}
process.exitCode = faults > 0 ? 1 : 0
