import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {selections} from '../../pipeline/source/selection.ts'
import {warraq} from '../support/command.ts'
import {editionOfTwo} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const sources = editionOfTwo()
writeFileSync(
  join(sources, 'edition.yaml'),
  'title: {en: The press}\nlanguages: [en]\nbaseUrl: https://press.example/\n'
)

function build(only: string, more: readonly string[] = []) {
  const out = join(newFolder(), 'dist')
  const args = ['build', sources, '--out', out, '--only', only, '--json', ...more]
  const {status, stdout, stderr} = warraq(args)
  return {out, status, stdout, stderr}
}

const filesIn = (folder: string): string[] => Object.keys(digestsOf(folder)).sort()

/** Addresses in a file that lead to files of the edition. */
function targetsOf(folder: string, path: string): string[] {
  const text = readFileSync(join(folder, path), 'utf8')
  const attributes = path.endsWith('.html')
    ? [...text.matchAll(/ (?:href|src)="([^"#?]+)[^"]*"/gu)].map(([, link = '']) => link)
    : []
  const inside = attributes
    .filter((link) => !/^[a-z]+:/iu.test(link))
    .map((link) => join(dirname(path), decodeURIComponent(link)))
  // An address with a fragment is an identifier, and so is one without an ending.
  const absolute = [...text.matchAll(/https:\/\/press\.example\/([^\s"'<>()\\?]*)/gu)]
    .map(([, target = '']) => target)
    .filter((target) => /^[^#{]*\.[a-z0-9]{2,7}$/u.test(target))
  return [...inside, ...absolute]
}

const readable = /\.(?:html|json|jsonld|xml|txt|md|cff)$/u

test.each([
  [
    'site',
    [
      'index.html',
      'articles/harbour-talks/index.html',
      'report/index.html',
      'data/index.html',
      'assets/style.css'
    ],
    /article\.|cite\.|^data\/(?!index\.html)|linkset/u
  ],
  [
    'data',
    [
      'data/turns.parquet',
      'data/edition.sqlite',
      'data/corpus.tei.xml',
      'data/graph.nq',
      'data/datapackage.json',
      'ro-crate-metadata.json'
    ],
    /html$|^articles\/|^assets\//u
  ],
  [
    'tei',
    ['articles/harbour-talks/article.tei.xml'],
    /html$|^data\/|json-?ld$|txt$(?<!sha256sums\.txt)/u
  ],
  [
    'jsonld,site',
    ['index.html', 'articles/harbour-talks/article.jsonld'],
    /tei\.xml|article\.(?:csv|txt|md|json)$|cite\./u
  ],
  [
    'text, csv',
    ['articles/harbour-talks/article.txt', 'articles/harbour-talks/article.csv'],
    /html$|^data\//u
  ]
])(
  '--only %s makes these files, and nothing leads to another',
  (only, present, absent) => {
    const {out, status, stdout} = build(only)
    expect([status, JSON.parse(stdout).counts.error]).toEqual([0, 0])
    const files = filesIn(out)
    expect(files).toEqual(expect.arrayContaining(present))
    expect(files.filter((path) => absent.test(path))).toEqual([])
    expect(files).toContain('report/report.json')
    expect(warraq(['verify', out]).status).toBe(0)
    for (const path of files.filter((each) => readable.test(each)))
      for (const target of targetsOf(out, path))
        expect([path, target, existsSync(join(out, target))]).toEqual([
          path,
          target,
          true
        ])
  }
)

test('the parts together are the whole edition, and each file of a part is as in it or leads to less', () => {
  const all = build(selections.join())
  const whole = join(newFolder(), 'dist')
  expect(warraq(['build', sources, '--out', whole, '--quiet']).status).toBe(0)
  expect(digestsOf(all.out)).toEqual(digestsOf(whole))
  const data = digestsOf(build('data').out)
  const ofWhole = digestsOf(whole)
  for (const name of readdirSync(join(whole, 'data')).filter((each) =>
    /\.(?:csv|parquet|sqlite)$/u.test(each)
  ))
    expect([name, data[`data/${name}`]]).toEqual([name, ofWhole[`data/${name}`]])
})

test('another choice makes the edition anew, the same one nothing', () => {
  const {out} = build('tei')
  const again = (only: string) =>
    JSON.parse(warraq(['build', sources, '--out', out, '--only', only, '--json']).stdout)
  expect(again('tei')).toMatchObject({made: 0, articles: 2})
  expect(again('data')).toMatchObject({made: 2, articles: 2})
  expect(existsSync(join(out, 'articles'))).toBe(false)
})

test('shards of some parts make an edition of these', () => {
  const shards = [0, 1].map((n) => build('json,data', ['--shard', `${n}/2`]).out)
  const out = join(newFolder(), 'dist')
  expect(warraq(['merge', ...shards, '--out', out, '--quiet']).status).toBe(0)
  expect(digestsOf(out)).toEqual(digestsOf(build('data,json').out))
})

test('a part that is none is refused, with what was meant', () => {
  const {status, stderr} = build('dta')
  expect(status).toBe(2)
  expect(stderr).toContain('Did you mean `data`?')
})
