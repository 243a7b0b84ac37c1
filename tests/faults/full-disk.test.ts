import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {warraq} from '../support/command.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'
import {cacheOf} from './stand.ts'

/** A disk of 16 MB in memory, which only the system's administrator can have made. */
const disk = newFolder()
const isMounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk]).status === 0
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk])
})

const files = {
  'edition.yaml': 'baseUrl: https://harbour.example/\n',
  'press/ship.txt':
    'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n'
}

describe.runIf(isMounted)('on a disk that has no room left', () => {
  const sources = writeSources(files)
  const out = join(disk, 'dist')
  const filler = join(disk, 'filler')
  const build = () => warraq(['build', sources, '--out', out, '--quiet'])

  /** Leaves so many kilobytes free. */
  function fill(kilobytes: number): void {
    const {bavail, bsize} = statfsSync(disk)
    writeFileSync(filler, new Uint8Array(Math.max(0, bavail * bsize - kilobytes * 1024)))
  }

  test('the old edition stands wherever it is full, and the next build makes the new one', () => {
    expect(build().status).toBe(0)
    let old = digestsOf(out)
    const statuses: (number | null)[] = []
    for (const kilobytes of [
      0, 40, 120, 200, 400, 700, 1000, 1300, 1600, 2000, 2600, 3600
    ]) {
      appendFileSync(join(sources, 'press/ship.txt'), `It had ${kilobytes} barrels.\n`)
      fill(kilobytes)
      const {status, stderr} = build()
      statuses.push(status)
      if (status !== 0) {
        expect(status, stderr).toBe(74)
        expect(stderr).toMatch(new RegExp(`^${disk}/\\S+ error .* run/disk-full$`, 'mu'))
        expect(stderr).toContain('The last good edition stands in')
        expect(digestsOf(out)).toEqual(old)
        expect(warraq(['verify', out]).status).toBe(0)
      }
      rmSync(filler)
      expect(build().status).toBe(0)
      const elsewhere = join(newFolder(), 'dist')
      expect(warraq(['build', sources, '--out', elsewhere, '--quiet']).status).toBe(0)
      old = digestsOf(out)
      expect(old).toEqual(digestsOf(elsewhere))
      expect(existsSync(join(cacheOf(out), 'staging'))).toBe(false)
      expect(readdirSync(disk).sort()).toEqual(['.dist.cache', 'dist'])
    }
    // It was full at the beginning, and had room in the end.
    expect(statuses[0]).toBe(74)
    expect(statuses.at(-1)).toBe(0)
  }, 120_000)
})
