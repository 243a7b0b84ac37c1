import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, describe, expect, test} from 'vitest'
import {writeZip} from '../../pipeline/run/zip-writer.ts'
import {sourceAt} from '../../pipeline/source/files.ts'
import {readZip} from '../../pipeline/source/zip-reader.ts'
import {laySources} from '../chain.ts'
import {warraq} from '../support/command.ts'
import {newFolder} from '../support/files.ts'

const root = laySources({
  'edition.yaml':
    'title: {en: Harbour papers, ar: أوراق الميناء}\nbaseUrl: https://press.example/\nversion: 2.1.0\n',
  'press/ship.txt':
    'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n',
  'press/.DS_Store': 'x'
})
const work = newFolder()
const dist = join(work, 'dist')
const archive = join(work, 'deposit/harbour-papers-2.1.0.zip')
const deposit = (out: string, env: Record<string, string> = {}) =>
  warraq(['deposit', root, dist, '--out', join(work, out)], {env})

beforeAll(() => {
  expect(warraq(['build', root, '--out', dist]).status).toBe(0)
  const {status, stderr} = deposit('deposit')
  expect([status, stderr]).toEqual([0, ''])
})

/** The files of an archive by a reader that is not ours. */
const filesOf = (path: string): Map<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(new Uint8Array(readFileSync(path)))))
const textsOf = (path: string): Map<string, string> =>
  new Map([...filesOf(path)].map(([name, bytes]) => [name, strFromU8(bytes)]))

describe('deposit', () => {
  test('is a bag of the sources and of all that is made of them but the pages', () => {
    const files = textsOf(archive)
    const top = 'harbour-papers-2.1.0/'
    expect([...files.keys()].every((name) => name.startsWith(top))).toBe(true)
    expect(files.get(`${top}bagit.txt`)).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
    )
    const names = [...files.keys()].map((name) => name.slice(top.length))
    for (const name of [
      'data/sources/edition.yaml',
      'data/sources/press/ship.txt',
      'data/data/turns.csv',
      'data/data/edition.sqlite',
      'data/articles/ship/article.tei.xml',
      'data/ro-crate-metadata.json',
      'manifest-sha256.txt',
      'tagmanifest-sha512.txt'
    ])
      expect(names).toContain(name)
    expect(
      names.filter((name) =>
        /\.html$|DS_Store|assets|card\.png|feed\.|llms\.txt|opensearch|\/sitemap/u.test(
          name
        )
      )
    ).toEqual([])
    expect(files.get(`${top}data/sources/press/ship.txt`)).toContain('two months at sea')
  })

  test('names its size and its edition', () => {
    const files = [...filesOf(archive)].filter(([name]) =>
      name.startsWith('harbour-papers-2.1.0/data/')
    )
    const bytes = files.reduce((sum, [, text]) => sum + text.length, 0)
    expect(textsOf(archive).get('harbour-papers-2.1.0/bag-info.txt')).toContain(
      `Payload-Oxum: ${bytes}.${files.length}\n`
    )
  })

  test('is the same to the last byte, whatever the time zone and the clock', () => {
    expect(deposit('tokyo', {TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8'}).status).toBe(0)
    expect(deposit('apia', {TZ: 'Pacific/Honolulu'}).status).toBe(0)
    const [one, other, first] = [
      join(work, 'tokyo/harbour-papers-2.1.0.zip'),
      join(work, 'apia/harbour-papers-2.1.0.zip'),
      archive
    ].map((path) => readFileSync(path))
    expect(first?.equals(one ?? Buffer.alloc(0))).toBe(true)
    expect(first?.equals(other ?? Buffer.alloc(0))).toBe(true)
  })

  test('is not made of an edition that is not as it was built', () => {
    const touched = join(work, 'touched')
    cpSync(dist, touched, {recursive: true})
    appendFileSync(join(touched, 'data/turns.csv'), 'x')
    const {status, stderr} = warraq(['deposit', root, touched, '--out', join(work, 'no')])
    expect([status, stderr]).toEqual([1, 'changed  data/turns.csv\n'])
  })
})

describe('verify', () => {
  const verify = (path: string) => {
    const {status, stdout, stderr} = warraq(['verify', path])
    return {
      status,
      summary: stdout.trim().split(': ')[1],
      faults: stderr.split('\n').slice(0, -1)
    }
  }
  const unpack = (): string => {
    const folder = newFolder()
    for (const [name, bytes] of filesOf(archive)) {
      mkdirSync(join(folder, name, '..'), {recursive: true})
      writeFileSync(join(folder, name), bytes)
    }
    return join(folder, 'harbour-papers-2.1.0')
  }

  const copyEdition = (): string => {
    const copy = join(newFolder(), 'dist')
    cpSync(dist, copy, {recursive: true})
    return copy
  }

  test('finds an edition, a bag and its archive as they were', () => {
    for (const path of [dist, archive, unpack()]) {
      const {status, faults, summary} = verify(path)
      expect([status, faults]).toEqual([0, []])
      expect(summary).toMatch(/^\d+ files, each as it was$/u)
    }
  })

  test.each([
    ['an edition', copyEdition, ''],
    ['a bag', unpack, 'data/']
  ])('names what is changed, missing and extra in %s', (_kind, make, folder) => {
    const path = make()
    appendFileSync(join(path, `${folder}data/turns.csv`), '\n')
    rmSync(join(path, `${folder}data/people.csv`))
    writeFileSync(join(path, `${folder}more.txt`), 'x')
    const {status, faults, summary} = verify(path)
    expect(status).toBe(1)
    expect(faults).toEqual([
      `changed  ${folder}data/turns.csv`,
      `missing  ${folder}data/people.csv`,
      `extra    ${folder}more.txt`
    ])
    expect(summary).toMatch(/1 changed, 1 missing, 1 extra$/u)
  })

  test('names the file of an archive that a flipped bit is in, and a bag-info that is rewritten', () => {
    const damaged = join(work, 'damaged.zip')
    const bytes = readFileSync(archive)
    const name = 'harbour-papers-2.1.0/data/sources/press/ship.txt'
    const at = bytes.indexOf(name) + name.length + 20
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(damaged, bytes)
    expect(verify(damaged)).toMatchObject({
      status: 1,
      faults: ['changed  data/sources/press/ship.txt']
    })
    const path = unpack()
    writeFileSync(join(path, 'bag-info.txt'), 'Contact-Name: somebody\n')
    expect(verify(path)).toMatchObject({status: 1, faults: ['changed  bag-info.txt']})
  })

  test('says of half an archive that it is broken, and of a folder without digests that it has none', () => {
    const half = join(work, 'half.zip')
    writeFileSync(half, readFileSync(archive).subarray(0, 5000))
    const broken = warraq(['verify', half])
    expect(broken.status).toBe(1)
    expect(broken.stderr).toContain('has no directory')
    expect(broken.stderr).not.toContain('    at ')
    const none = warraq(['verify', root])
    expect(none.status).toBe(2)
    expect(none.stderr).toContain('neither sha256sums.txt nor the manifests of a bag')
    expect(warraq(['verify']).status).toBe(2)
    expect(warraq(['verify', '/nowhere']).status).toBe(2)
  })

  test('--json says the same to programs', () => {
    const {status, stdout} = warraq(['verify', archive, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      whole: true,
      changed: [],
      missing: [],
      extra: []
    })
  })
})

describe('archives', () => {
  const namesOf = (path: string): string[] =>
    [...readZip(sourceAt(path))].map(({name}) => name)

  test('ours and another reader find every file, whatever its name and size', async () => {
    const path = join(work, 'any.zip')
    const contents = ['', 'x', 'ن'.repeat(100_000), 'a,b\n'.repeat(500_000)]
    const large = join(work, 'large.txt')
    writeFileSync(large, contents[3] ?? '')
    const names = contents.map((_, n) => `مجلد/${n} ملف.txt`)
    await writeZip(
      path,
      contents.map((text, n) => ({
        name: names[n] ?? '',
        content: n === 3 ? {file: large} : {text}
      }))
    )
    expect([...textsOf(path)]).toEqual(names.map((name, n) => [name, contents[n]]))
    const own: string[] = []
    for (const {read} of readZip(sourceAt(path))) own.push(strFromU8(read()))
    expect(own).toEqual(contents)
    expect(namesOf(path)).toEqual(names)
  })

  test('more files than an old archive may have are all there', async () => {
    const path = join(work, 'many.zip')
    const many = Array.from({length: 65_540}, (_, n) => `f${n}`)
    await writeZip(
      path,
      many.map((name) => ({name, content: {text: name}}))
    )
    expect(namesOf(path)).toEqual(many)
    expect([...filesOf(path).keys()]).toEqual(many)
  })
})
