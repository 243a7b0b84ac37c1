import {readdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import {safeJoin} from '../../pipeline/run/write-files.ts'
import {laySources, resultsOf} from '../chain.ts'
import {docx, pageOf, warc, wordParagraph, zip} from '../support/archives.ts'
import {newFolder} from '../support/files.ts'

const article =
  'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n'
const edition = 'baseUrl: https://press.example/\npictures: false\n'

async function outcomeOf(root: string) {
  const results = await resultsOf(root)
  return {
    published: results.filter((each) => each.article).map(({path}) => path),
    rules: results.flatMap(({messages}) =>
      messages.map(({rule, file}) => `${file}: ${rule}`)
    )
  }
}

test.each([
  '../up',
  '/etc/passwd',
  'a/../../b',
  'a/b',
  '.',
  'con/',
  'a\\b',
  '..%2fup',
  '__proto__'
])('a slug like %j is refused', async (slug) => {
  const {published, rules} = await outcomeOf(
    laySources({
      'edition.yaml': edition,
      'press/ship.txt': article,
      'press/ship.yaml': `slug: ${JSON.stringify(slug)}\n`
    })
  )
  expect(published).toEqual([])
  expect(rules.join()).toMatch(/source\/bad-(?:slug|declaration)/u)
})

test.each(['../x', '/x', 'a/../../x', 'C:/x', 'a\0b'])(
  'an output cannot be written to %j',
  (path) => expect(() => safeJoin('/tmp/edition', path)).toThrow('outside of the edition')
)

describe('a link out of the folder of sources is refused', () => {
  const outside = newFolder()
  writeFileSync(join(outside, 'secret.txt'), article)
  writeFileSync(join(outside, 'secret.yaml'), 'title: "secret\n')
  writeFileSync(join(outside, 'collection.yaml'), 'title: secret\n')

  test.each([
    ['a source', 'press/secret.txt', 'secret.txt'],
    ['a sidecar', 'press/ship.yaml', 'secret.yaml'],
    ['the file of a collection', 'press/collection.yaml', 'collection.yaml'],
    ['the authority file', 'authorities.yaml', 'secret.yaml']
  ])('%s', async (_what, path, target) => {
    const root = laySources({'edition.yaml': edition, 'press/ship.txt': article})
    symlinkSync(join(outside, target), join(root, path))
    const results = await resultsOf(root)
    const said = results.flatMap(({messages}) => messages).find(({file}) => file === path)
    expect(said?.rule).toBe('source/outside')
    expect(JSON.stringify(results)).not.toContain('"secret')
  })

  test('a whole collection', async () => {
    const root = laySources({'edition.yaml': edition, 'press/ship.txt': article})
    symlinkSync(outside, join(root, 'linked'))
    const {published, rules} = await outcomeOf(root)
    expect(published).toEqual(['press/ship.txt'])
    expect(rules).toContain('linked/secret.txt: source/outside')
  })
})

test('names and addresses in archives name no file that is written', async () => {
  const hostile = '../../../escaped'
  const page = pageOf('A ship comes home', 'The ship came into the harbour.')
  const record = {url: `https://x.example/${hostile}`, id: hostile, body: page}
  const root = laySources({
    'edition.yaml': edition,
    'press/web.warc': warc(record, {...record, id: '/etc/passwd'}),
    'press/pack.wacz': zip({
      'archive/data.warc': warc(record),
      [`archive/${hostile}.warc`]: warc(record),
      '/pages/pages.jsonl': '{"url": "file:///etc/passwd"}\n'
    }),
    'press/letter.docx': docx(
      wordParagraph('A letter', 1) + wordParagraph('We are well.')
    )
  })
  const out = join(newFolder(), 'dist')
  await buildEdition({sources: root, out})
  expect(readdirSync(dirname(out)).sort()).toEqual(['.dist.cache', 'dist'])
  const slugs = readdirSync(join(out, 'articles'))
  expect(slugs).toHaveLength(4)
  for (const slug of slugs)
    expect(slug).toMatch(/^(?:letter|pack|web)(?:-[0-9a-f]{10})?$/u)
})

test('keys of declarations and records reach no prototype', async () => {
  const key = '{__proto__: {polluted: 1}, constructor: {prototype: {polluted: 1}}}'
  await resultsOf(
    laySources({
      'edition.yaml': `title: ${key}\n`,
      'authorities.yaml': `people: [{id: a, names: ${key}}]\n`,
      'press/collection.yaml': `extraction: ${key}\nlimits: ${key}\n`,
      'press/ship.txt': article,
      'press/ship.yaml': `metadata: ${key}\n`
    })
  )
  expect(Object.keys(Object.prototype)).toEqual([])
  expect('polluted' in {}).toBe(false)
})
