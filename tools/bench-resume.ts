/** The bar of a build that was killed: CPU time of the one that takes up its work, against one from nothing. */
import {spawnSync} from 'node:child_process'
import {join, resolve} from 'node:path'
import {cpuOf, measure, writeVariants} from './bench-measure.ts'

const command = `'${process.execPath}' '${resolve('build/warraq.mjs')}'`

/** @param place a folder for what is built; the caller removes it */
export async function measureResume(place: string, count: number): Promise<void> {
  writeVariants(join(place, 'killed/press'), count)
  const build = (out: string): string => `${command} build killed --out ${out} --quiet --jobs 1`
  const remove = (out: string): string => `rm -rf ${out} .${out}.cache`
  const {stderr} = spawnSync('bash', ['-c', build('counted')], {cwd: place, encoding: 'utf8', env: {...process.env, WARRAQ_FAULT: 'count'}})
  const changes = Number(/(\d+) changes on disk/u.exec(stderr)?.[1])
  const half = `${Math.floor(changes / 2)}:kill`
  await measure({
    name: `build of ${count} articles after one that was killed at half of its changes on disk, against one from nothing`,
    target: 0.6,
    ours: () => {
      spawnSync('bash', ['-c', `${remove('resumed')}; ${build('resumed')}`], {cwd: place, env: {...process.env, WARRAQ_FAULT: half}})
      return cpuOf(build('resumed'), place)
    },
    other: () => cpuOf(`${remove('clean')}; ${build('clean')}`, place),
    rounds: Math.min(3, Number(process.env.BENCH_ROUNDS ?? 3))
  })
}
