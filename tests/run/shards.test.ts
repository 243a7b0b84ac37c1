import {createHash} from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {shardOf} from '../../pipeline/run/shard.ts'
import {variants} from '../distribution/records.ts'
import {warraq} from '../support/command.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const textsOf = (count: number): Record<string, string> =>
  Object.fromEntries(
    variants(count).map((line): [string, string] => {
      const {id, text}: {id: string; text: string} = JSON.parse(line)
      return [`press/${id}.txt`, text]
    })
  )

const sources = writeSources({
  'edition.yaml': 'baseUrl: https://press.example/\ntitle: Press\npictures: false\n',
  'authorities.yaml': 'people:\n  - id: bo-ek\n    names:\n      en: [Bo Ek]\n',
  'press/Bad Name.txt': 'A text whose name gives no slug.\n',
  'press/broken.txt': Uint8Array.of(0x41, 0xff, 0xfe),
  ...textsOf(9)
})
const count = 3

function build(from: string, args: readonly string[]): string {
  const out = join(newFolder(), 'dist')
  expect([0, 1]).toContain(
    warraq(['build', from, '--out', out, '--quiet', '--jobs', '1', ...args]).status
  )
  return out
}

const share = (n: number, from = sources, args: readonly string[] = []): string =>
  build(from, ['--shard', `${n}/${count}`, ...args])

function merge(shards: readonly string[]) {
  const out = join(newFolder(), 'dist')
  const {status, stderr} = warraq(['merge', ...shards, '--out', out, '--quiet'])
  return {out, status, stderr}
}

const whole = build(sources, [])
const shards = [0, 1, 2].map((n) => share(n))
const [first = '', second = '', third = ''] = shards

test('an id falls to the same share, whatever there is beside it', () => {
  for (const id of ['ship', 'harbour-talks', 'كتاب', 'press/Bad Name.txt']) {
    const hex = createHash('sha256').update(id).digest('hex').slice(0, 16)
    expect(shardOf(id, 7)).toBe(Number(BigInt(`0x${hex}`) % 7n))
    expect(shardOf(id, 1)).toBe(0)
  }
})

describe('shards', () => {
  test('part the articles among them', () => {
    const of = (folder: string): string[] => readdirSync(join(folder, 'articles'))
    expect(shards.flatMap(of).sort()).toEqual(of(whole).sort())
    for (const each of shards) expect(warraq(['verify', each]).status).toBe(0)
  })

  test('are the same bytes when they are made again', () => {
    expect(digestsOf(share(1))).toEqual(digestsOf(second))
  })

  test('are shown what is wrong when they are typed wrongly', () => {
    for (const typed of ['3/3', '1', '1/0', 'a/b', '-1/2']) {
      const {status, stderr} = warraq(['build', sources, `--shard=${typed}`])
      expect([typed, status]).toEqual([typed, 2])
      expect(stderr).toContain('`--shard` takes a share')
    }
  })
})

describe('merge', () => {
  test.each([
    ['in their order', [first, second, third]],
    ['in another order, one of them twice', [third, first, second, first]]
  ])('makes the bytes of one process of shards %s', (_, given) => {
    const {out, status} = merge(given)
    expect(status).toBe(1)
    expect(digestsOf(out)).toEqual(digestsOf(whole))
  })

  test('leaves what the next build of the sources goes by', () => {
    const {out} = merge(shards)
    const args = ['build', sources, '--out', out, '--json', '--jobs', '1']
    const {made}: {made: number} = JSON.parse(warraq(args).stdout)
    // The source that cannot be read is tried again by each build.
    expect(made).toBeLessThan(2)
    expect(digestsOf(out)).toEqual(digestsOf(whole))
  })

  /** A copy of a shard in which something was changed. */
  function changed(shard: string, change: (folder: string) => void): string {
    const copy = join(newFolder(), 'shard')
    cpSync(shard, copy, {recursive: true})
    change(copy)
    return copy
  }
  const flip = (path: string): void => {
    const bytes = readFileSync(path)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  const article = (folder: string): string =>
    join(
      folder,
      'articles',
      readdirSync(join(folder, 'articles'))[0] ?? '',
      'article.json'
    )
  const more = writeSources({
    ...textsOf(10),
    'edition.yaml': 'baseUrl: https://press.example/\ntitle: Press\npictures: false\n'
  })

  test.each([
    ['run/missing-shard', () => [first, third], '1/3 missing'],
    [
      'run/damaged-shard',
      () => [first, second, changed(third, (to) => flip(join(to, 'shard.ndjson')))],
      'shard.ndjson'
    ],
    [
      'run/damaged-shard',
      () => [first, second, changed(third, (to) => flip(join(to, 'pack.ndjson')))],
      'what is kept of'
    ],
    [
      'run/damaged-shard',
      () => [first, second, changed(third, (to) => flip(article(to)))],
      'what is kept of'
    ],
    ['run/damaged-shard', () => [first, newFolder()], 'folder without'],
    [
      'run/foreign-shard',
      () => [first, second, share(2, sources, ['--lang', 'en'])],
      'options'
    ],
    ['run/foreign-shard', () => [first, second, share(2, more)], 'authorities.yaml']
  ])('refuses with %s', (rule, given, words) => {
    const {out, status, stderr} = merge(given())
    expect(status).toBe(1)
    expect(stderr).toContain(rule)
    expect(stderr).toContain(words)
    expect(existsSync(out)).toBe(false)
    expect(warraq(['explain', rule]).status).toBe(0)
  })

  test('refuses with run/shards-disagree where two shards made different things of one article', () => {
    const edited = join(newFolder(), 'sources')
    cpSync(sources, edited, {recursive: true})
    const slug = readdirSync(join(third, 'articles'))[0] ?? ''
    appendFileSync(join(edited, `press/${slug}.txt`), '\nA line was added.\n')
    const {out, status, stderr} = merge([first, second, third, share(2, edited)])
    expect(status).toBe(1)
    expect(stderr).toContain(`Unexpected article \`${slug}\``)
    expect(existsSync(out)).toBe(false)
  })

  test('does not write over its shards, and wants some', () => {
    expect(warraq(['merge', first, second, third, '--out', first]).status).toBe(2)
    expect(warraq(['merge']).status).toBe(2)
    expect(warraq(['merge', join(newFolder(), 'nothing')]).status).toBe(2)
  })
})
