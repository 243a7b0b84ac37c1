import {readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import {beforeEach, describe, expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import type {BuildReport} from '../../pipeline/run/unchanged.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const talk = (day: number, answer: string): string =>
  `Interview with Bo Ek
${day} March 2024

The harbour was closed for a day. Bo Ek spoke to Anna Lind.

Anna Lind: What happened at the harbour?

Bo Ek: ${answer}

Anna Lind: And since when?

Bo Ek: Since noon, and nobody knows why.

Anna Lind: Thank you.
`
const names = ['ash', 'birch', 'cedar', 'elm', 'fir', 'holly', 'larch', 'maple', 'oak']

let sources = ''
let out = ''
beforeEach(async () => {
  sources = writeSources({
    'edition.yaml': 'baseUrl: https://press.example/\npictures: false\n',
    ...Object.fromEntries(
      names.map((name, n) => [`press/${name}.txt`, talk(n + 1, `It was the ${name}.`)])
    )
  })
  out = join(newFolder(), 'dist')
  await build(out)
})

/** Three articles in a run, about. */
const build = (folder: string): Promise<BuildReport> =>
  buildEdition({sources, out: folder, runOf: 2})

async function anew(): Promise<Record<string, string>> {
  const other = join(newFolder(), 'dist')
  await build(other)
  return digestsOf(other)
}

/** Says more, on the day it was. */
const change = (name: string): void =>
  writeFileSync(
    join(sources, `press/${name}.txt`),
    talk(names.indexOf(name) + 1, 'Nobody.\n\nAnna Lind: You?\n\nBo Ek: Not even I.')
  )

/** Changes bytes of a file, and not its times. */
function damage(path: string, from: string, to: string): void {
  const {atime, mtime} = statSync(path)
  const bytes = readFileSync(path)
  const at = bytes.indexOf(from)
  expect(at).toBeGreaterThan(0)
  bytes.write(to, at)
  writeFileSync(path, bytes)
  utimesSync(path, atime, mtime)
}

describe('of runs', () => {
  test('rows, statements and the corpus of those that are as they were are not made again', async () => {
    const cache = join(dirname(out), '.dist.cache')
    const [pack = ''] = readdirSync(cache).filter((name) => name.startsWith('pack-'))
    change('oak')
    // What these keep of the first article cannot be read: none asks for it.
    damage(join(cache, pack), '"rows":{', '"r0ws":{')
    damage(join(cache, pack), 'schema.org/NewsArticle> .', 'schema.org/OldsArticle> .')
    damage(join(cache, pack), '" <TEI ', '" <TEA ')
    expect(await build(out)).toMatchObject({made: 1})
    expect(digestsOf(out)).toEqual(await anew())
  })

  test.each(['ash', 'elm', 'oak'])(
    'a change of %s gives the bytes of a clean build',
    async (name) => {
      change(name)
      await build(out)
      expect(digestsOf(out)).toEqual(await anew())
      const database = new sqlite.Database(join(out, 'data/edition.sqlite'), {
        readOnly: true
      })
      expect(database.all('PRAGMA integrity_check')).toEqual([{integrity_check: 'ok'}])
      expect(database.get('SELECT count(*) AS n FROM articles')?.n).toBe(names.length)
      database.close()
    }
  )

  test.each([
    ['data/turns.csv', 'It was the ash', 'It was the asp'],
    ['data/convokit/utterances.jsonl', 'It was the ash', 'It was the asp'],
    ['data/edition.sqlite', 'It was the ash', 'It was the asp'],
    ['data/corpus.tei.xml', 'It was the ash', 'It was the asp'],
    ['data/graph.nq', 'It was the ash', 'It was the asp']
  ])('a byte that flipped in %s is not handed on', async (path, from, to) => {
    damage(join(out, path), from, to)
    change('oak')
    await build(out)
    expect(digestsOf(out)).toEqual(await anew())
  })

  test.each(['"rows":{', 'schema.org/NewsArticle> .', '" <TEI '])(
    'an article of which %s is damaged is made again, in the midst of a run',
    async (part) => {
      const cache = join(dirname(out), '.dist.cache')
      const [pack = ''] = readdirSync(cache).filter((name) => name.startsWith('pack-'))
      damage(join(cache, pack), part, part.toLowerCase().replace('rows', 'wors'))
      change('oak')
      change('cedar')
      expect(await buildEdition({sources, out, runOf: 1000})).toMatchObject({made: 3})
      const other = join(newFolder(), 'dist')
      await buildEdition({sources, out: other, runOf: 1000})
      expect(digestsOf(out)).toEqual(digestsOf(other))
    }
  )

  test.each([
    ['runs-tables', 'data/turns.csv'],
    ['runs-tei', 'data/corpus.tei.xml'],
    ['runs-n-quads', 'data/graph.nq']
  ])('what is kept of runs in %s can be damaged', async (record, path) => {
    damage(join(dirname(out), '.dist.cache', record), path, path.toUpperCase())
    change('oak')
    await build(out)
    expect(digestsOf(out)).toEqual(await anew())
  })
})
