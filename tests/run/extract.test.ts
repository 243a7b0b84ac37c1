import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {mhtml, pageOf, warcGz} from '../support/archives.ts'
import {warraq} from '../support/command.ts'
import {newFolder} from '../support/files.ts'

const ship = pageOf(
  'A ship comes home',
  'The ship came into the harbour after two months at sea.'
)
const mast = pageOf(
  'The mast is mended',
  'Nine men of the wharf mended the mast of the ship.'
)
const note = 'A ship comes home\n5 March 2024\n\nThe ship came into the harbour.\n'

/** A folder with files of several kinds, and one that is none. */
function folder(): string {
  const path = newFolder()
  writeFileSync(join(path, 'ship.html'), ship)
  writeFileSync(join(path, 'Old Note.txt'), note)
  mkdirSync(join(path, 'more'))
  writeFileSync(join(path, 'more/saved.mhtml'), mhtml(mast))
  writeFileSync(
    join(path, 'more/crawl.warc.gz'),
    warcGz(
      {url: 'https://harbour.example/1', id: 'urn:uuid:1', body: ship},
      {url: 'https://harbour.example/2', id: 'urn:uuid:2', body: mast}
    )
  )
  writeFileSync(join(path, 'more/image.png'), 'no image')
  return path
}

describe('one article', () => {
  const file = join(folder(), 'ship.html')

  test.each([
    ['json', /^\{\n? *"type": "article"/u],
    ['text', /^A ship comes home\n\n5 March 2024\n\nThe ship came/u],
    ['markdown', /^---\ntitle: A ship comes home\n/u],
    ['tei', /^<\?xml version="1\.0"[\s\S]*<TEI /u],
    ['jsonld', /^\{\n "@context": "https:\/\/schema\.org"/u],
    ['csv', /^paragraph_id,article_id,[\s\S]*\nheadline,ship,1,headline,/u]
  ])('as %s on standard output, and nothing else there', (format, pattern) => {
    const {stdout, status} = warraq(['extract', file, '--format', format])
    expect(status).toBe(0)
    expect(stdout).toMatch(pattern)
  })

  test('from standard input, a page or a text', () => {
    for (const args of [['extract'], ['extract', '-']])
      expect(warraq([...args, '--format', 'text'], {input: ship}).stdout).toMatch(
        /^A ship comes home\n/u
      )
    const {stdout} = warraq(['extract', '--url', 'https://harbour.example/ship'], {
      input: note
    })
    expect(JSON.parse(stdout).source).toMatchObject({
      path: 'input.txt',
      url: 'https://harbour.example/ship'
    })
  })

  test('--url says where it was published, and what relative links count from', () => {
    const page = join(newFolder(), 'page.html')
    writeFileSync(page, ship.replace('Everybody', '<a href="../quay">Everybody</a>'))
    const url = 'https://harbour.example/2024/ship'
    const {stdout} = warraq(['extract', page, '--url', url, '--format', 'markdown'])
    expect(stdout).toContain('[Everybody](https://harbour.example/quay)')
    const tree = JSON.parse(warraq(['extract', page, '--url', url]).stdout)
    expect(tree.source.url).toBe(url)
  })

  test.each(['text', 'markdown'])(
    '--no-metadata prints the text alone, as %s',
    (name) => {
      const {stdout} = warraq(['extract', file, '--no-metadata', '--format', name])
      expect(stdout).toMatch(/^The ship came into the harbour[^\n]+\n\nShe had[^\n]+\n$/u)
    }
  )

  test('the same bytes, wherever the file lies', () => {
    const [one, other] = [folder(), folder()].map(
      (path) => warraq(['extract', join(path, 'ship.html')]).stdout
    )
    expect(one).toBe(other)
  })
})

describe('many articles', () => {
  test('a folder, with all below it: a line of JSON each, messages beside them', () => {
    const {stdout, stderr, status} = warraq(['extract', folder()])
    const slugs = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect(slugs).toEqual([
      'old-note',
      'crawl-b362f50874',
      'crawl-cd9a9e606c',
      'saved',
      'ship'
    ])
    expect(status).toBe(0)
    expect(stderr).toContain('run/near-duplicate')
    expect(stderr).toContain('expected one that is not `crawl-b362f50874` again')
  })

  test('--deduplicate prints what nearly repeats another once', () => {
    const {stdout, stderr, status} = warraq(['extract', folder(), '--deduplicate'])
    const slugs = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect(slugs).toEqual(['old-note', 'crawl-b362f50874'])
    expect(status).toBe(0)
    expect(stderr).toContain('run/near-duplicate')
  })

  test('--files-from takes a list, from a file or standard input', () => {
    const path = folder()
    const list = join(path, 'list.txt')
    const names = ['ship.html', 'more/saved.mhtml'].map((name) => join(path, name))
    writeFileSync(list, names.join('\r\n'))
    const args = ['extract', '--format', 'csv', '--files-from']
    const {stdout} = warraq([...args, list])
    expect(stdout).toBe(warraq(['extract', '--format', 'csv', ...names]).stdout)
    expect(warraq([...args, '-'], {input: names.join('\n')}).stdout).toBe(stdout)
    expect(stdout).toContain('headline,saved,1,')
  })

  test('links of a page in an archive count from the address of its record', () => {
    const body = ship.replace('Everybody', '<a href="quay">Everybody</a>')
    const path = join(newFolder(), 'crawl.warc.gz')
    writeFileSync(path, warcGz({url: 'https://harbour.example/2024/', id: 'x', body}))
    const {stdout} = warraq(['extract', path, '--format', 'markdown'])
    expect(stdout).toContain('[Everybody](https://harbour.example/2024/quay)')
  })

  test('--out writes a file each', () => {
    const out = join(newFolder(), 'out')
    const {stdout, status} = warraq([
      'extract',
      folder(),
      '--format',
      'tei',
      '--out',
      out
    ])
    expect([stdout, status]).toEqual(['', 0])
    expect(readdirSync(out).sort()).toEqual([
      'crawl-b362f50874.tei.xml',
      'crawl-cd9a9e606c.tei.xml',
      'old-note.tei.xml',
      'saved.tei.xml',
      'ship.tei.xml'
    ])
    expect(readFileSync(join(out, 'ship.tei.xml'), 'utf8')).toContain('<TEI ')
  })

  test('--format csv has one header', () => {
    const {stdout} = warraq(['extract', folder(), '--format', 'csv'])
    expect(stdout.match(/^paragraph_id,/gmu)).toHaveLength(1)
    expect(stdout).toContain('headline,saved,1,headline,')
  })

  test('--lang keeps articles of some languages, and names the others', () => {
    const {stdout, stderr, status} = warraq(['extract', folder(), '--lang', 'ar,fa'])
    expect([stdout, status]).toEqual(['', 0])
    expect(stderr).toContain('run/other-language')
    expect(warraq(['extract', folder(), '--lang', 'en']).stdout).not.toBe('')
  })
})

describe('what is wrong is said, with the exit status of every command', () => {
  test.each([
    [['--format', 'markdwn'], 'Did you mean `markdown`?'],
    [['--precision', '--recall'], 'exclude each other'],
    [['--lang', 'not a tag'], 'no language tag'],
    [['no-such-file.html'], 'there is no `no-such-file.html`'],
    [['https://harbour.example/ship'], 'nothing is fetched'],
    [['--url', 'harbour.example'], 'takes the address of a page'],
    [['--no-metadata'], 'the others hold the whole article'],
    [['--files-from', '/dev/null'], 'names no file']
  ])('%j is wrong usage: 2', (args, text) => {
    const {stderr, status, stdout} = warraq(['extract', ...args], {input: note})
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(text)
  })

  test('several articles in a format that cannot stand behind each other: 2', () => {
    const {stdout, stderr, status} = warraq(['extract', folder(), '--format', 'tei'])
    expect([stdout, status]).toEqual(['', 2])
    expect(stderr).toContain('name a folder with `--out`')
  })

  test('one address for several articles: 2', () => {
    const {stderr, status} = warraq(['extract', folder(), '--url', 'https://a.example/'])
    expect(status).toBe(2)
    expect(stderr).toContain('the address of one page')
  })

  test('a file that cannot be read: 1, with its rule, and the others are printed', () => {
    const path = folder()
    writeFileSync(join(path, 'empty.html'), '')
    const {stdout, stderr, status} = warraq(['extract', path])
    expect(status).toBe(1)
    expect(stderr).toContain('read/empty-source')
    expect(stdout.trim().split('\n')).toHaveLength(5)
    const single = warraq(['extract', join(path, 'more/image.png'), '--json'])
    expect([single.status, single.stdout]).toEqual([1, ''])
    expect(JSON.parse(single.stderr).messages[0].rule).toBe('source/unknown-type')
  })
})
