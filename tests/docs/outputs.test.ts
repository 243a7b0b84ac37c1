import {spawnSync} from 'node:child_process'
import {cpSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import sqlite from 'node-sqlite3-wasm'
import {beforeAll, describe, expect, test} from 'vitest'
import {tableList} from '../../pipeline/tree/tables.ts'
import {warraq} from '../support/command.ts'
import {blocksOf, read, rowsOf} from '../support/documentation.ts'
import {seedSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const work = newFolder()
const dist = join(work, 'dist')

/** What an edition may declare, so that everything that can be written is. */
const declared = `title: {en: An edition}
languages: [en]
baseUrl: https://edition.example/
doi: 10.5072/edition
creators: [{name: Nora Feld, type: person}]
publisher: {name: Archive House}
tdm: {reservation: true}
`

beforeAll(() => {
  cpSync(seedSources, join(work, 'sources'), {recursive: true})
  writeFileSync(join(work, 'sources/edition.yaml'), declared)
  expect(warraq(['build', join(work, 'sources'), '--out', dist, '--quiet']).status).toBe(
    0
  )
})

/** Paths of a page as patterns: `<slug>` and its like stand for a part of a name. */
const patternsOf = (text: string): RegExp[] =>
  rowsOf(text)
    .flatMap(([paths = '']) => [...paths.matchAll(/`([^`]+)`/gu)])
    .map(([, path = '']) => path)
    .filter((path) => /\.[a-z0-9]+$/u.test(path) && !path.includes('<base>'))
    .map((path) => {
      const names = tableList.map(({name}) => name).join('|')
      const escaped = path.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
      return new RegExp(
        `^${escaped.replaceAll('<table>', `(?:${names})`).replaceAll(/<\w+>/gu, '[\\w-]+')}$`,
        'u'
      )
    })

test('every file of an edition is described, and every described file is written', () => {
  const patterns = patternsOf(read('docs/reference/outputs.md'))
  const paths = Object.keys(digestsOf(dist))
  expect(paths.filter((path) => !patterns.some((each) => each.test(path)))).toEqual([])
  expect(patterns.filter((each) => !paths.some((path) => each.test(path)))).toEqual([])
})

test('what the README says lands in dist/ is there', () => {
  const [, section = ''] = read('README.md').split('## What lands in `dist/`')
  const paths = Object.keys(digestsOf(dist))
  const named = rowsOf(section.split('\n## ')[0] ?? '').flatMap(([cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/gu)].map(([, path = '']) => path)
  )
  expect(named.length).toBeGreaterThan(10)
  for (const path of named) {
    const [, end = path] = /^(?:.*\/)?(?:\*|<slug>)?([^*]*)$/u.exec(path) ?? []
    expect([path, paths.some((each) => each.endsWith(end))]).toEqual([path, true])
  }
})

test('what the page of the data says to DuckDB and to sha256sum is understood', async () => {
  const page = readFileSync(join(dist, 'data/index.html'), 'utf8')
  const snippet = (name: string): string =>
    new RegExp(`<dt>${name}</dt><dd><code>(.*?)</code>`, 'u')
      .exec(page)?.[1]
      ?.replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"') ?? ''
  const connection = await (await DuckDBInstance.create()).connect()
  const query = snippet('DuckDB').replace('https://edition.example/', `${dist}/`)
  const rows = (await connection.runAndReadAll(query)).getRowsJson()
  expect(rows.map(([, words]) => Number(words)).sort((a, b) => a - b)).toEqual([122, 291])
  const [program = '', ...given] = snippet('sha256').split(' ')
  expect(spawnSync(program, [...given, '--quiet'], {cwd: dist}).status).toBe(0)
})

describe('the queries that the page of the data shows', () => {
  const page = 'docs/how-to/load-the-data.md'
  const [search = '', count = '', joined = ''] = blocksOf(page, 'sql')
  const answer = rowsOf(read(page))
    .filter(([, turns = '']) => /^\d+$/u.test(turns))
    .map(([name, turns, words]) => [name, Number(turns), Number(words)])

  test('DuckDB gives the answer that is shown', async () => {
    const connection = await (await DuckDBInstance.create()).connect()
    const reader = await connection.runAndReadAll(count.replace("'dist/", `'${dist}/`))
    const rows = reader.getRowsJson()
    expect(rows.map((row) => [row[0], Number(row[1]), Number(row[2])])).toEqual(answer)
    expect(answer.length).toBe(2)
  })

  test('SQLite gives it too, and answers the others', () => {
    const database = new sqlite.Database(join(dist, 'data/edition.sqlite'), {
      readOnly: true
    })
    const ask = (query: string) =>
      database.all(query).map((row) => Object.values(row ?? {}))
    expect(ask(count.replace("'dist/data/turns.parquet'", 'turns'))).toEqual(answer)
    expect(ask(joined)).toEqual([
      ['steve-witkoff', 22],
      ['yuri-ushakov', 22]
    ])
    expect(ask(search).map(([id]) => id)).toContain('witkoff-ushakov-call.turn-031')
    database.close()
  })

  test('offsets in tables count code points of the source', () => {
    const source = [
      ...readFileSync(join(seedSources, 'sinai-news/witkoff-ushakov-call.txt'), 'utf8')
    ]
    const database = new sqlite.Database(join(dist, 'data/edition.sqlite'), {
      readOnly: true
    })
    const turns = database.all('SELECT text, start_char, end_char FROM turns')
    database.close()
    expect(turns.length).toBe(44)
    for (const row of turns) {
      const [text, start, end] = Object.values(row ?? {})
      expect(source.slice(Number(start), Number(end)).join('')).toBe(text)
    }
  })
})
