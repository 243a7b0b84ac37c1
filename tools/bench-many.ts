/** The bars of many articles by several threads, and by shards: CPU time against that of one process with one thread. */
import {availableParallelism, loadavg} from 'node:os'
import {join, resolve} from 'node:path'
import {cpuOf, type Measure, measure, writeVariants} from './bench-measure.ts'

const command = `'${process.execPath}' '${resolve('build/warraq.mjs')}'`

/** @param place a folder for what is built; the caller removes it */
export async function measureMany(place: string, count: number): Promise<void> {
  writeVariants(join(place, 'press/press'), count)
  const seconds: Record<'1' | '2', number[]> = {1: [], 2: []}
  const build = (out: string, jobs: '1' | '2', more = ''): string => `${command} build press --out ${out} --quiet --jobs ${jobs}${more}`
  const by =
    (jobs: '1' | '2'): Measure =>
    () => {
      const started = performance.now()
      const cpu = cpuOf(`rm -rf whole .whole.cache; ${build('whole', jobs)}`, place)
      seconds[jobs].push((performance.now() - started) / 1000)
      return cpu
    }
  const rounds = Math.min(3, Number(process.env.BENCH_ROUNDS ?? 3))
  await measure({name: `two threads against one, CPU of ${count} articles`, target: 1.1, ours: by('2'), other: by('1'), rounds})
  const best = (jobs: '1' | '2'): number => Math.min(...seconds[jobs])
  console.log(`         ${(best('1') / best('2')).toFixed(2)} × as fast on the clock (at least 1.6 where two cores are idle): load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores`)
  const shares = [0, 1, 2, 3].map((n) => build(`shards/${n}`, '1', ` --shard ${n}/4`)).join('; ')
  const merge = `${command} merge shards/? --out merged --quiet --jobs 1`
  const starts = (): number => 4 * cpuOf(`'${process.execPath}' -e 0`, place)
  const sharded: Measure = () => cpuOf(`rm -rf shards merged .merged.cache; ${shares}; ${merge}`, place) - starts()
  await measure({name: `four shards and a merge without the four starts of node, against one process, CPU of ${count} articles`, target: 1.15, ours: sharded, other: by('1'), rounds})
}
