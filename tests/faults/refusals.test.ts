import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  writeFileSync
} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {command, startWarraq, warraq} from '../support/command.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'
import {cacheOf} from './stand.ts'

const files = {
  'edition.yaml': 'baseUrl: https://harbour.example/\npictures: false\n',
  'press/ship.txt':
    'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n'
}

/** Files that are closed to whoever owns them are open to root: then another user runs the command. */
const isRoot = process.getuid?.() === 0
const nobody = 65_534
const asUser = isRoot ? {uid: nobody, gid: nobody} : {}
const canBeClosed =
  process.platform !== 'win32' &&
  spawnSync(process.execPath, [command, '--version'], asUser).status === 0

function give(folder: string): void {
  if (!isRoot) return
  chownSync(folder, nobody, nobody)
  for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}))
    chownSync(join(folder, name), nobody, nobody)
}

const run = (...args: string[]) =>
  spawnSync(process.execPath, [command, ...args], {encoding: 'utf8', ...asUser})

/** Closes a file or folder while something is done. */
function withMode<Result>(path: string, mode: number, work: () => Result): Result {
  chmodSync(path, mode)
  try {
    return work()
  } finally {
    chmodSync(path, 0o755)
  }
}

const sources = writeSources(files)
const parent = newFolder()
const out = join(parent, 'dist')
expect(warraq(['build', sources, '--out', out, '--quiet']).status).toBe(0)
const digests = digestsOf(out)
for (const folder of [sources, parent]) give(folder)

/** One message, with its rule, and how to mend it; no trace of the program. */
function expectMessage(said: string, rule: string, path: string): void {
  const [first = '', second = '', ...more] = said.trim().split('\n')
  expect(first).toMatch(new RegExp(`${path}(?:^| )error Unexpected .* ${rule}$`, 'u'))
  expect(second).toContain(`More: warraq explain ${rule}`)
  expect(more).toEqual([])
  expect(warraq(['explain', rule]).status).toBe(0)
}

describe('where the system refuses, the old edition stands and one message says why', () => {
  test.each([
    ['ENOSPC', 'run/disk-full'],
    ['EDQUOT', 'run/disk-full'],
    ['EACCES', 'run/no-permission'],
    ['EROFS', 'run/read-only-disk'],
    ['EMFILE', 'run/too-many-files'],
    ['EIO', 'run/disk-fault']
  ])('%s', (code, rule) => {
    const env = {WARRAQ_FAULT: `12:${code}`}
    const {status, stderr} = warraq(['build', sources, '--out', out, '--fresh'], {env})
    expect(status).toBe(74)
    expectMessage(stderr, rule, '')
    expect(stderr).toContain('The last good edition stands in')
    expect(digestsOf(out)).toEqual(digests)
    const cache = readdirSync(cacheOf(out))
    expect(cache.filter((name) => /^lock|new$|next$/u.test(name))).toEqual([])
    if (rule === 'run/disk-full') expect(cache).not.toContain('staging')
  })

  test('nothing is said of an edition that never was', () => {
    const other = join(newFolder(), 'dist')
    const env = {WARRAQ_FAULT: '1:ENOSPC'}
    const {stderr} = warraq(['build', sources, '--out', other], {env})
    expect(stderr).toContain('No edition was published in')
    expect(readdirSync(dirname(other))).toEqual(['.dist.cache'])
    expect(readdirSync(cacheOf(other))).toEqual([])
  })
})

describe.runIf(canBeClosed)('what is closed to us', () => {
  beforeAll(() => give(parent))

  test('the folder that the edition lies in', () => {
    withMode(parent, 0o555, () => {
      const {status, stderr} = run('build', sources, '--out', out, '--fresh', '--quiet')
      expect(status).toBe(74)
      expectMessage(stderr, 'run/no-permission', 'dist')
    })
    expect(digestsOf(out)).toEqual(digests)
    expect(run('build', sources, '--out', out, '--quiet').status).toBe(0)
    expect(digestsOf(out)).toEqual(digests)
  })

  test('the folder of what is kept', () => {
    withMode(cacheOf(out), 0o555, () => {
      const {status, stderr} = run('build', sources, '--out', out, '--fresh', '--quiet')
      expect(status).toBe(74)
      expectMessage(stderr, 'run/no-permission', 'lock\\.\\d+')
    })
    expect(digestsOf(out)).toEqual(digests)
  })

  test('the folder of sources', () => {
    withMode(sources, 0o000, () => {
      const {status, stderr} = run('check', sources)
      expect(status).toBe(74)
      expectMessage(stderr, 'run/no-permission', '')
    })
  })

  test.each([
    ['a source', 'press/closed.txt', 'Closed\n\nNobody reads this.\n'],
    ['a web archive', 'press/closed.warc', 'WARC/1.1\r\n'],
    ['a folder of a collection', 'closed', null]
  ])('%s is named, and the others are published', (_what, path, text) => {
    const root = writeSources(files)
    if (text === null) mkdirSync(join(root, path))
    else writeFileSync(join(root, path), text)
    give(root)
    const own = newFolder()
    give(own)
    withMode(join(root, path), 0o000, () => {
      const {status, stdout} = run('build', root, '--out', join(own, 'dist'), '--json')
      expect(status).toBe(1)
      const {messages, articles} = JSON.parse(stdout)
      expect(articles).toBe(1)
      expect(messages).toContainEqual(
        expect.objectContaining({
          rule: 'source/unreadable',
          file: path,
          severity: 'error'
        })
      )
    })
  })
})

test.each([
  ['an edition', ['build', sources]],
  ['an article', ['extract', join(sources, 'press/ship.txt')]],
  ['a deposit', ['deposit', sources, out]]
])('%s is not put where a file is', (_what, args) => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, 'three years of work')
  for (const place of [file, join(file, 'below')]) {
    const {status, stderr} = warraq([...args, '--out', place])
    expect(status).toBe(2)
    expect(stderr).toContain('is no folder')
  }
})

test('where a folder cannot be made, a build ends', () => {
  if (!existsSync('/proc/self')) return
  const {status, stderr} = warraq(['build', sources, '--out', '/proc/nowhere/dist'])
  expect(status).toBe(74)
  expect(stderr).toContain('/proc/nowhere')
})

describe('a reader that goes away', () => {
  test.each([
    ['messages of rules', ['explain']],
    ['an article', ['extract', join(sources, 'press/ship.txt')]]
  ])('of %s is no fault', async (_what, args) => {
    const child = startWarraq(args)
    child.stdout.destroy()
    let said = ''
    child.stderr.on('data', (piece) => {
      said += piece
    })
    expect(await new Promise((done) => child.on('close', done))).toBe(0)
    expect(said).toBe('')
  })

  test('of the messages of a build keeps nobody from building', async () => {
    const root = writeSources({...files, 'press/bad name.txt': 'x'})
    const other = join(newFolder(), 'dist')
    const child = startWarraq(['build', root, '--out', other])
    child.stderr.destroy()
    child.stdout.destroy()
    expect(await new Promise((done) => child.on('close', done))).toBe(1)
    expect(existsSync(join(other, 'sha256sums.txt'))).toBe(true)
  })
})

test.runIf(existsSync('/dev/full'))(
  'an output that cannot be written is no silent one',
  () => {
    const shell = spawnSync(
      'sh',
      ['-c', '"$0" "$1" explain >/dev/full', process.execPath, command],
      {
        encoding: 'utf8'
      }
    )
    expect(shell.status).toBe(74)
    expectMessage(shell.stderr, 'run/disk-full', '')
  }
)
