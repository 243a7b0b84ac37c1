import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {inOrder} from '../../pipeline/run/team.ts'
import {variants} from '../distribution/records.ts'
import {startWarraq, warraq} from '../support/command.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

/** Sources of as many articles, no two alike. */
function sourcesOf(
  count: number,
  more: Readonly<Record<string, string | Uint8Array>> = {}
): string {
  const texts = variants(count).map((line): [string, string] => {
    const {id, text}: {id: string; text: string} = JSON.parse(line)
    return [`press/${id}.txt`, text]
  })
  const edition = 'baseUrl: https://press.example/\npictures: false\n'
  return writeSources({'edition.yaml': edition, ...Object.fromEntries(texts), ...more})
}

function build(sources: string, args: readonly string[] = [], env = {}) {
  const out = join(newFolder(), 'dist')
  const {status, stderr} = warraq(['build', sources, '--out', out, '--quiet', ...args], {
    env
  })
  return {out, status, stderr}
}

describe('threads', () => {
  const sources = sourcesOf(14, {'press/broken.txt': Uint8Array.of(0x41, 0xff, 0xfe)})
  const alone = build(sources, ['--jobs', '1'])

  test('make the bytes that one makes', () => {
    const {out, status} = build(sources, ['--jobs', '3'])
    expect(alone.status).toBe(1)
    expect(status).toBe(1)
    expect(digestsOf(out)).toEqual(digestsOf(alone.out))
  })

  test.each([
    ['SIGINT', 130],
    ['SIGKILL', null]
  ] as const)(
    'end with the build on %s, and the next takes up its work',
    async (signal, code) => {
      const out = join(newFolder(), 'dist')
      const staged = join(dirname(out), '.dist.cache/staging/articles')
      const child = startWarraq(['build', sources, '--out', out, '--jobs', '2'])
      const ended = new Promise<number | null>((done) => child.on('exit', done))
      const waiting = setInterval(() => {
        if (existsSync(staged)) child.kill(signal)
      }, 5)
      const status = await ended
      clearInterval(waiting)
      expect([code, 1]).toContain(status)
      expect(
        warraq(['build', sources, '--out', out, '--quiet', '--jobs', '2']).status
      ).toBe(1)
      expect(digestsOf(out)).toEqual(digestsOf(alone.out))
    }
  )

  test('whose disk is full end the build with what the system says', () => {
    const {status, stderr, out} = build(sources, ['--jobs', '2'], {
      WARRAQ_FAULT: '40:ENOSPC'
    })
    expect(status).toBe(74)
    expect(stderr).toContain('ENOSPC')
    expect(existsSync(out)).toBe(false)
  })

  test.each(['0', 'two', '1.5', '-1'])('cannot be %s', (jobs) => {
    const {status, stderr} = build(sources, [`--jobs=${jobs}`])
    expect(status).toBe(2)
    expect(stderr).toContain('`--jobs` takes a number from 1 to 256')
  })
})

test('an article that uses up all memory is named, and the others are published', () => {
  const poison = `A long list\n5 March 2024\n\n${'Bo Ek: Yes (laughs). Nobody knows.\n\n'.repeat(440_000)}`
  const sources = sourcesOf(5, {'press/long-list.txt': poison})
  const {out, status, stderr} = build(sources, ['--jobs', '2'], {
    NODE_OPTIONS: '--max-old-space-size=80'
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/long-list\.txt[\s\S]*needs more than \d+ MB of memory/u)
  expect(stderr).toContain('run/poisoned-article')
  for (const n of Array.from({length: 5}, (_, k) => k))
    expect(existsSync(join(out, `articles/article-${n}/index.html`))).toBe(true)
  expect(existsSync(join(out, 'articles/long-list'))).toBe(false)
  expect(readFileSync(join(out, 'report/report.json'), 'utf8')).toContain('poisoned')
})

describe('a program over many items', () => {
  const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

  test('gives results in their order, with so many at work and no more', async () => {
    let working = 0
    let most = 0
    const results: number[] = []
    const items = Array.from({length: 20}, (_, n) => n)
    for await (const result of inOrder(items, 4, async (n) => {
      most = Math.max(most, ++working)
      await later((n * 7) % 5)
      working--
      return n * n
    }))
      results.push(result)
    expect(results).toEqual(items.map((n) => n * n))
    expect(most).toBe(4)
  })

  test('ends with the first error', async () => {
    const all = inOrder([1, 2, 3, 4], 2, async (n) => {
      if (n > 1) throw new Error(`no ${n}`)
      return n
    })
    expect(await all.next()).toEqual({done: false, value: 1})
    await expect(all.next()).rejects.toThrow('no 2')
  })
})
