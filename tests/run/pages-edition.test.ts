import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {warraq} from '../support/command.ts'
import {root} from '../support/documentation.ts'
import {writeSources} from '../support/edition.ts'
import {newFolder} from '../support/files.ts'

/** Saved pages of ours, and how the text of each begins and ends. */
const pages = {
  'arabic-page': [
    'عودة سفينة الصيد «نوارة» إلى مرفأ طرابلس بعد شهرين',
    'وهو يبحر للمرة الأولى.'
  ],
  'interview-page': [
    '“We mend what we can”: an interview with Anna Lind',
    'since the owners have promised to pay for one.'
  ],
  'old-blog-page': ['Ein neuer Mast für die Nawara', 'es gibt Kaffee & Kuchen.']
} as const

/** Files of an article, and the tables whose rows of it are held against what is expected. */
const files = [
  'article.json',
  'article.tei.xml',
  'article.jsonld',
  'article.txt',
  'article.md'
]
const tables = ['articles', 'turns', 'facts']

/** The rows of one article, below the header. */
function rowsOf(csv: string, slug: string): string {
  const [header, ...rows] = csv.split('\n')
  const own = rows.filter(
    (row) => row.startsWith(`${slug}.`) || row.startsWith(`${slug},`)
  )
  return `${[header, ...own].join('\n')}\n`
}

/** Every file as a reader checked it; after a change that is meant, `npx vitest run -u` writes them anew, to be read again. */
async function holdAgainstExpected(out: string, slug: string): Promise<void> {
  const expected = (name: string): string =>
    join(root, `tests/cases/${slug}/expected`, name)
  for (const name of files)
    await expect(
      readFileSync(join(out, `articles/${slug}/${name}`), 'utf8')
    ).toMatchFileSnapshot(expected(name))
  for (const table of tables)
    await expect(
      rowsOf(readFileSync(join(out, `data/${table}.csv`), 'utf8'), slug)
    ).toMatchFileSnapshot(expected(`${table}.csv`))
}

test('a news page, an interview and an old blog are built into a full edition', async () => {
  const names = Object.keys(pages)
  const sourcesOf = names.map((name) => [
    `press/${name}.html`,
    readFileSync(join(root, `tests/cases/${name}/input.html`), 'utf8')
  ])
  const sources = writeSources({
    'edition.yaml': 'baseUrl: https://press.example/\n',
    ...Object.fromEntries(sourcesOf)
  })
  const out = join(newFolder(), 'dist')
  const {status, stdout} = warraq(['build', sources, '--out', out, '--json'])
  // Every gate of the build has held the formats against their schemas and each other.
  expect([status, JSON.parse(stdout).counts.error]).toEqual([0, 0])
  for (const [name, [first, last]] of Object.entries(pages)) {
    const text = readFileSync(join(out, `articles/${name}/article.txt`), 'utf8')
    expect([text.startsWith(`${first}\n`), text.endsWith(`${last}\n`)]).toEqual([
      true,
      true
    ])
    expect(text).not.toMatch(/newsletter|cookies|Welcome home/u)
    for (const file of [
      'index.html',
      'article.jsonld',
      'article.tei.xml',
      'article.json'
    ])
      expect(readFileSync(join(out, `articles/${name}/${file}`), 'utf8')).toContain(
        first.slice(-12)
      )
    await holdAgainstExpected(out, name)
  }
  const turns = readFileSync(join(out, 'data/turns.csv'), 'utf8')
  expect(turns.match(/^interview-page\.turn-/gmu)).toHaveLength(6)
}, 120_000)
