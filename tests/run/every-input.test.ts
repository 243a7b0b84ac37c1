import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {
  docx,
  mhtml,
  pageOf,
  warc,
  warcGz,
  wordParagraph,
  zip
} from '../support/archives.ts'
import {warraq} from '../support/command.ts'
import {root} from '../support/documentation.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const page = (name: string): string =>
  pageOf(
    `The ${name} comes home`,
    `The ${name} came into the harbour after ${name.length} months at sea, and nobody had heard of the ${name}.`
  )
const record = (name: string) => ({
  url: `https://harbour.example/${name}`,
  id: `urn:uuid:${name}`,
  body: page(name)
})

/** One source of each kind that can be read. */
const sources = (): string =>
  writeSources({
    'edition.yaml': 'baseUrl: https://press.example/\n',
    'press/text.txt':
      'A ship comes home\n5 March 2024\n\nThe ship came into the harbour.\n',
    'press/page.html': page('brig'),
    'press/old.htm': page('sloop'),
    'press/strict.xhtml': page('ketch'),
    'press/saved.mhtml': mhtml(page('barque')),
    'press/kept.mht': mhtml(page('schooner')),
    'press/plain.warc': warc(record('cutter'), record('lugger')),
    'press/packed.warc.gz': warcGz(record('yawl')),
    'press/package.wacz': zip({'archive/data.warc.gz': warcGz(record('dhow'))}),
    'press/note.md': readFileSync(
      join(root, 'tests/cases/markdown-interview/input.md'),
      'utf8'
    ),
    'press/letter.docx': docx(
      wordParagraph('A letter from the sea', 1) +
        wordParagraph('6 March 2024') +
        wordParagraph('We are well, and the mast is mended & painted.')
    )
  })

test('an edition of every kind of source is built, is sound, and is the same again', () => {
  const folders = [newFolder(), newFolder()].map((folder) => join(folder, 'dist'))
  for (const out of folders) {
    const {status, stdout} = warraq(['build', sources(), '--out', out, '--json'])
    const {articles, counts} = JSON.parse(stdout)
    expect([status, articles, counts.error]).toEqual([0, 12, 0])
  }
  const [one = '', other = ''] = folders
  expect(digestsOf(one)).toEqual(digestsOf(other))
  const rows = readFileSync(join(one, 'data/sources.csv'), 'utf8')
  for (const ending of [
    'txt',
    'html',
    'htm',
    'xhtml',
    'mhtml',
    'mht',
    'warc',
    'warc.gz',
    'wacz',
    'md',
    'docx'
  ])
    expect(rows).toMatch(
      new RegExp(`,press/[a-z]+\\.${ending.replace('.', '\\.')},`, 'u')
    )
}, 120_000)

test('a second build reads again only what changed, archives included', () => {
  const from = sources()
  const out = join(newFolder(), 'dist')
  const build = () => JSON.parse(warraq(['build', from, '--out', out, '--json']).stdout)
  expect(build().made).toBe(12)
  expect(build().made).toBe(0)
}, 120_000)
