import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {sourceAt} from '../../pipeline/source/files.ts'
import {readZip} from '../../pipeline/source/zip-reader.ts'
import {warraq} from '../support/command.ts'
import {writeSources} from '../support/edition.ts'
import {newFolder} from '../support/files.ts'

const sources = writeSources({
  'edition.yaml': 'title: The harbour\nbaseUrl: https://harbour.example/\n',
  'press/ship.txt':
    'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n',
  'press/ferry.txt':
    'The night ferry\n7 March 2024\n\nThe night ferry did not sail because of the storm.\n'
})

function built(...options: string[]): string {
  const out = join(newFolder(), 'dist')
  expect(warraq(['build', sources, '--out', out, '--quiet', ...options]).status).toBe(0)
  return out
}

/** A copy of a folder, one byte of a file in it flipped. */
function flipped(folder: string, path: string, at: number): string {
  const copy = join(newFolder(), 'copy')
  cpSync(folder, copy, {recursive: true})
  const bytes = readFileSync(join(copy, path))
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(join(copy, path), bytes)
  return copy
}

function verified(folder: string) {
  const {status, stdout} = warraq(['verify', folder, '--json'])
  const {changed, within}: {changed: string[]; within: string[]} = JSON.parse(stdout)
  return {status, changed, within}
}

describe('a bit that flips in an archive of articles', () => {
  const path = 'data/articles-00001.zip'
  let dist = ''
  let members: {name: string; start: number; end: number}[] = []
  beforeAll(() => {
    dist = built('--only', 'json,tei', '--pack')
    members = [...readZip(sourceAt(join(dist, path)))].map((entry) => ({
      name: entry.name,
      ...entry.span()
    }))
  })

  test('is found, and named by the file that it is in', () => {
    expect(members.map(({name}) => name)).toContain('articles/ship/article.json')
    for (const {name, start, end} of members) {
      const found = verified(flipped(dist, path, (start + end) >> 1))
      expect(found).toEqual({status: 1, changed: [path], within: [`${path}: ${name}`]})
    }
  })

  test('is found in what stands before a file, too', () => {
    const {name = '', start = 0} = members.at(-1) ?? {}
    for (const at of [start - name.length - 30, start - name.length - 16, start - 1])
      expect(verified(flipped(dist, path, at)).within).toEqual([`${path}: ${name}`])
  })

  test('is found in the directory, which then says what nothing is', () => {
    const {size} = {size: readFileSync(join(dist, path)).length}
    const {status, within} = verified(flipped(dist, path, size - 6))
    expect(status).toBe(1)
    expect(within).toHaveLength(1)
  })

  test('is said in a line of its own', () => {
    const {start = 0, name} = members[0] ?? {}
    const {stderr} = warraq(['verify', flipped(dist, path, start)])
    expect(stderr).toBe(`changed  ${path}\nwithin   ${path}: ${name}\n`)
  })
})

test('a bit that flips in what a shard keeps is found, and named by its article', () => {
  const shard = built('--shard', '0/1')
  const size = readFileSync(join(shard, 'pack.ndjson')).length
  const {within} = verified(flipped(shard, 'pack.ndjson', size - 20))
  expect(within).toHaveLength(1)
  const [slug = ''] = readdirSync(join(shard, 'articles')).filter((each) =>
    within[0]?.endsWith(`: ${each}`)
  )
  expect(within).toEqual([`pack.ndjson: ${slug}`])
})

test('what changed, went and came is told by a list in whatever order', () => {
  const copy = join(newFolder(), 'copy')
  cpSync(built(), copy, {recursive: true})
  writeFileSync(join(copy, 'articles/ship/article.txt'), 'nothing')
  for (const path of ['404.html', 'articles/ship/article.json', 'sitemap.xml'])
    rmSync(join(copy, path))
  for (const path of ['000', 'articles/ship-2', 'articles/ship/more/x', 'zzz']) {
    mkdirSync(dirname(join(copy, path)), {recursive: true})
    writeFileSync(join(copy, path), 'more')
  }
  const list = join(copy, 'sha256sums.txt')
  const lines = readFileSync(list, 'utf8').trimEnd().split('\n')
  for (const order of [lines, lines.toReversed(), [...lines, ...lines.slice(0, 1)]]) {
    writeFileSync(list, `${order.join('\n')}\n`)
    const {status, stdout} = warraq(['verify', copy, '--json'])
    expect({status, ...JSON.parse(stdout)}).toEqual({
      status: 1,
      path: copy,
      whole: false,
      files: lines.length,
      changed: ['articles/ship/article.txt'],
      within: [],
      missing: ['404.html', 'articles/ship/article.json', 'sitemap.xml'],
      extra: ['000', 'articles/ship-2', 'articles/ship/more/x', 'zzz']
    })
  }
})
