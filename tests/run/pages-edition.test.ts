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

test('a news page, an interview and an old blog are built into a full edition', () => {
  const names = Object.keys(pages)
  const files = names.map((name) => [
    `press/${name}.html`,
    readFileSync(join(root, `tests/cases/${name}/input.html`), 'utf8')
  ])
  const sources = writeSources({
    'edition.yaml': 'baseUrl: https://press.example/\n',
    ...Object.fromEntries(files)
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
  }
  const turns = readFileSync(join(out, 'data/turns.csv'), 'utf8')
  expect(turns.match(/^interview-page\.turn-/gmu)).toHaveLength(6)
}, 120_000)
