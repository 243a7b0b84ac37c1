import {mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {checkSources} from '../../pipeline/run/build.ts'
import {laySources, resultsOf} from '../chain.ts'

const article =
  'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n'
const edition = 'baseUrl: https://press.example/\n'

/** Rules and severities by file, and what was published. */
async function resultOf(root: string) {
  const results = await resultsOf(root)
  return {
    published: results.filter(({article}) => article !== null).map(({path}) => path),
    rules: results.flatMap(({messages}) =>
      messages.map(({rule, file}) => `${file}: ${rule}`)
    )
  }
}

describe('an odd file is named, and the others are published', () => {
  const withOdd = (place: (folder: string) => void) => {
    const root = laySources({'edition.yaml': edition, 'press/good.txt': article})
    place(join(root, 'press'))
    return resultOf(root)
  }

  test('a folder named like a text', async () => {
    const {published, rules} = await withOdd((folder) =>
      mkdirSync(join(folder, 'odd.txt'))
    )
    expect(published).toEqual(['press/good.txt'])
    expect(rules).toEqual(['press/odd.txt: source/not-a-file'])
  })

  test('a link to nothing, and a link to itself', async () => {
    const {published, rules} = await withOdd((folder) => {
      symlinkSync('gone.txt', join(folder, 'dangling.txt'))
      symlinkSync('loop.txt', join(folder, 'loop.txt'))
    })
    expect(published).toEqual(['press/good.txt'])
    expect(rules).toEqual([
      'press/dangling.txt: source/not-a-file',
      'press/loop.txt: source/not-a-file'
    ])
  })

  test('an empty file, and one of white space alone', async () => {
    const {published, rules} = await withOdd((folder) => {
      writeFileSync(join(folder, 'empty.txt'), '')
      writeFileSync(join(folder, 'white.txt'), ' \n\t\r\n\u00a0')
    })
    expect(published).toEqual(['press/good.txt'])
    expect(rules).toEqual([
      'press/empty.txt: read/empty-source',
      'press/white.txt: read/empty-source'
    ])
  })

  test('a file of 50 MB, and one of more than a million lines, are refused: read/too-large', async () => {
    const {published, rules} = await withOdd((folder) => {
      writeFileSync(join(folder, 'large.txt'), Buffer.alloc(50 * 1024 * 1024, 'words '))
      writeFileSync(join(folder, 'lines.txt'), Buffer.alloc(4 * 1024 * 1024, 'a\n'))
    })
    expect(published).toEqual(['press/good.txt'])
    expect(rules).toEqual([
      'press/large.txt: read/too-large',
      'press/lines.txt: read/too-large'
    ])
  })

  test('a file that goes away before it is read: source/unreadable', async () => {
    const root = laySources({
      'edition.yaml': edition,
      'press/good.txt': article,
      'press/odd.txt': article
    })
    const results = checkSources(root)
    const first = await results.next()
    rmSync(join(root, 'press/odd.txt'))
    const second = await results.next()
    expect(first.value?.article?.id).toBe('good')
    expect(second.value?.messages.map(({rule}: {rule: string}) => rule)).toEqual([
      'source/unreadable'
    ])
  })
})

test('declarations in another encoding are refused at the byte, never read with letters lost', async () => {
  const root = laySources({
    'edition.yaml': edition,
    'press/good.txt': article,
    'press/collection.yaml': Buffer.from(
      'url: https://a.example/\ntitle: Caf\xe9\n',
      'latin1'
    )
  })
  const messages = (await resultsOf(root)).flatMap((result) => result.messages)
  expect(messages).toContainEqual(
    expect.objectContaining({rule: 'source/bad-yaml', line: 2, column: 11})
  )
})

test('UTF-16 that ends within a character is refused at that character', async () => {
  const root = laySources({
    'edition.yaml': edition,
    'press/odd.txt': new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42])
  })
  const [result] = await resultsOf(root)
  expect(result?.messages[0]).toMatchObject({rule: 'read/invalid-bytes', column: 2})
  expect(result?.messages[0]?.message).toContain('`42` at byte 4')
})

test('a line of 5 MB is read in one piece', async () => {
  const words = 'the harbour and the ship '.repeat(210_000).trim()
  const root = laySources({
    'edition.yaml': edition,
    'press/long.txt': `A ship comes home\n5 March 2024\n\n${words}.\n`
  })
  const [result] = await resultsOf(root)
  const [paragraph] = result?.article?.children ?? []
  expect(paragraph?.position.end.offset).toBe(32 + words.length + 1)
})

test('names that lead out of the folder are no slugs', async () => {
  const root = laySources({
    'edition.yaml': edition,
    'press/good.txt': article,
    'press/..evil.txt': article,
    'press/-rf.txt': article,
    'press/con:.txt': article,
    'press/سفينة.txt': article,
    'press/good.yaml': 'slug: ../../etc/passwd\n'
  })
  const {published, rules} = await resultOf(root)
  expect(published).toEqual([])
  expect(
    rules.filter((rule) => rule.endsWith('source/bad-slug')).length
  ).toBeGreaterThanOrEqual(3)
  expect(rules).toContain('press/good.yaml: source/bad-declaration')
})

test('YAML with aliases that grow without bounds, or keys of the prototype, is refused', async () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g']
    .map((name, n) => `${name}: &${name} [${`*${'abcdef'[n]}, `.repeat(9).slice(0, -2)}]`)
    .join('\n')}\n`
  const root = laySources({
    'edition.yaml': edition,
    'press/bomb.txt': article,
    'press/bomb.yaml': bomb,
    'press/proto.txt': article,
    'press/proto.yaml':
      '__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n'
  })
  const {published, rules} = await resultOf(root)
  expect(published).toEqual([])
  expect(rules).toContain('press/bomb.yaml: source/bad-yaml')
  expect(rules).toContain('press/proto.yaml: source/bad-declaration')
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})
