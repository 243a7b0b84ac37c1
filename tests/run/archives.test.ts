import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {warraq} from '../support/command.ts'
import {editionOfTwo} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const sources = editionOfTwo()
const only = 'data,json,tei,text'

function build(args: readonly string[], out = join(newFolder(), 'dist')): string {
  const all = ['build', sources, '--out', out, '--only', only, '--quiet', ...args]
  expect(warraq(all).status).toBe(0)
  return out
}

const archiveIn = (out: string): Buffer =>
  readFileSync(join(out, 'data/articles-00001.zip'))

/** The files of an archive as another program reads them. */
const unpacked = (archive: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString()
    ])
  )

const loose = build([])
const packed = build(['--pack'])

test('an archive has the files of the articles as they are without one, uncompressed', () => {
  const files = unpacked(archiveIn(packed))
  const paths = Object.keys(digestsOf(loose)).filter((path) =>
    path.startsWith('articles/')
  )
  expect(Object.keys(files)).toEqual(paths.sort())
  for (const path of paths) {
    const text = readFileSync(join(loose, path), 'utf8')
    expect([path, files[path] === text]).toEqual([path, true])
    expect(archiveIn(packed).includes(text)).toBe(true)
  }
  expect(existsSync(join(packed, 'articles'))).toBe(false)
})

test('what describes the data names the archive, and verify finds a bit of it that flipped', () => {
  const read = (path: string) => JSON.parse(readFileSync(join(packed, path), 'utf8'))
  const {resources} = read('data/datapackage.json')
  expect(resources.at(-1)).toMatchObject({
    path: 'articles-00001.zip',
    bytes: archiveIn(packed).length
  })
  for (const path of [
    'ro-crate-metadata.json',
    'data/dataset.jsonld',
    'linkset.json',
    'sha256sums.txt'
  ])
    expect(readFileSync(join(packed, path), 'utf8')).toContain('articles-00001.zip')
  expect(warraq(['verify', packed]).status).toBe(0)
  const copy = build(['--pack'])
  expect(digestsOf(copy)).toEqual(digestsOf(packed))
  const bytes = archiveIn(copy)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(join(copy, 'data/articles-00001.zip'), bytes)
  const {status, stderr} = warraq(['verify', copy])
  expect(status).toBe(1)
  expect(stderr).toContain('articles-00001.zip')
})

test('a build after a change, and one after a loss, give what a build from nothing gives', () => {
  const out = build(['--pack'])
  const again = () =>
    JSON.parse(
      warraq(['build', sources, '--out', out, '--only', only, '--pack', '--json']).stdout
    )
  expect(again()).toMatchObject({made: 0, articles: 2})
  const source = join(sources, 'harbour-post/harbour-talks.txt')
  const before = readFileSync(source)
  writeFileSync(source, `${before}\nA line more.\n`)
  again()
  expect(digestsOf(out)).toEqual(digestsOf(build(['--pack'])))
  writeFileSync(source, before)
  again()
  expect(digestsOf(out)).toEqual(digestsOf(packed))
  rmSync(join(out, 'data/articles-00001.zip'))
  again()
  expect(digestsOf(out)).toEqual(digestsOf(packed))
})

test('shards are packed when they are merged', () => {
  const shards = [0, 1].map((n) => build(['--pack', '--shard', `${n}/2`]))
  for (const each of shards) expect(readdirSync(each)).not.toContain('data')
  const out = join(newFolder(), 'dist')
  expect(warraq(['merge', ...shards, '--out', out, '--quiet']).status).toBe(0)
  expect(digestsOf(out)).toEqual(digestsOf(packed))
})

test('pages are not packed away', () => {
  for (const args of [['--pack'], ['--pack', '--only', 'site,data']]) {
    const {status, stderr} = warraq(['build', sources, '--out', newFolder(), ...args])
    expect(status).toBe(2)
    expect(stderr).toContain('--pack')
  }
})
