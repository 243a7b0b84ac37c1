import {existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {buildEdition} from '../../pipeline/run/build.ts'
import type {BuildOptions} from '../../pipeline/run/unchanged.ts'
import {writeSources} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 6)

/** What an archivist may do to the sources between two builds. */
type Edit =
  | {readonly kind: 'write'; readonly slug: string; readonly text: number}
  | {readonly kind: 'remove' | 'move'; readonly slug: string}
  | {
      readonly kind: 'sidecar' | 'authorities' | 'collection' | 'settings'
      readonly value: number
    }

const slugs = ['harbour', 'harbour-talks', 'market', 'pier', 'school']
const slug = fc.constantFrom(...slugs)
const value = fc.integer({min: 0, max: 2})
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({kind: fc.constant('write' as const), slug, text: fc.nat(5)})
  },
  fc.record({kind: fc.constantFrom('remove' as const, 'move' as const), slug}),
  fc.record({
    kind: fc.constantFrom(
      'sidecar' as const,
      'authorities' as const,
      'collection' as const,
      'settings' as const
    ),
    value
  })
)

const people = ['Anna Lind', 'Bo Ek', 'Nura Haddad']

/** Texts that share names, differ in date, length and language, and one that is none. */
const texts = [
  ...[0, 1, 2].map(
    (n) =>
      `The harbour, part ${n}\n${5 + n} March 2024\n\nThe harbour was closed ${n} days.\n\n${people[n]}: What happened?\n${people[(n + 1) % 3]}: Nothing (laughs).\n${people[n]}: “Nothing”?\n`
  ),
  'The market\n\nNobody knows when Bo Ek came to the market of Oslo, or why.\n',
  'مكالمة بين آنا ونورا\n26 نوفمبر 2025 10:51\n\nآنا: ماذا حدث؟\nنورا: لا شيء.\n',
  'A\u0000B'
]

const authorities = [
  '',
  'people:\n  - {id: bo-ek, names: {en: [Bo Ek]}}\n  - {id: anna-lind, names: {en: [Anna Lind]}}\n',
  'people:\n  - {id: bo-ek, organisation: port, names: {en: [Bo Ek, Ek]}}\norganisations:\n  - {id: port, kind: company, names: {en: The Port}}\nplaces:\n  - {id: oslo, kind: city, names: {en: Oslo}}\n'
]

/** Files that an edit writes, by path; null for one that goes. */
function written(change: Edit): readonly [path: string, text: string | null] {
  switch (change.kind) {
    case 'write':
      return [`press/${change.slug}.txt`, texts[change.text] ?? '']
    case 'sidecar':
      return ['press/market.yaml', `license: CC-BY-${change.value}.0\n`]
    case 'authorities':
      return ['authorities.yaml', authorities[change.value] ?? '']
    case 'collection':
      return [
        'press/collection.yaml',
        `title: The Press ${change.value}\ntimeZone: ${change.value ? 'Europe/Oslo' : 'UTC'}\n`
      ]
    case 'settings':
      return ['edition.yaml', `${settings}title: Edition ${change.value}\n`]
    default:
      return [`press/${change.slug}.txt`, null]
  }
}

function apply(root: string, change: Edit): void {
  const [path, text] = written(change)
  const file = join(root, path)
  if (text !== null) writeFileSync(file, text)
  else if (change.kind === 'move' && existsSync(file)) {
    mkdirSync(join(root, 'weekly'), {recursive: true})
    renameSync(file, join(root, `weekly/${change.slug}.txt`))
  } else rmSync(file, {force: true})
}

const settings = 'baseUrl: https://press.example/\npictures: false\n'

const start = (): string =>
  writeSources({
    'edition.yaml': settings,
    'press/harbour.txt': texts[0] ?? '',
    'press/market.txt': texts[3] ?? ''
  })

/** Ways in which a build can take over what stands: whole, file by file, seen by folders, pages first. */
const ways: readonly Partial<BuildOptions>[] = [
  {},
  {patchFrom: 0},
  {patchFrom: 0, manyFiles: 0},
  {patchFrom: 0, isWatched: true, pagesOnly: true}
]

test('after any edits an edition that is brought up to date has the bytes of one that is built anew', async () => {
  const edits = fc.array(
    fc.tuple(fc.array(edit, {minLength: 1, maxLength: 2}), fc.nat(3)),
    {
      minLength: 4,
      maxLength: 6
    }
  )
  await fc.assert(
    fc.asyncProperty(edits, async (steps) => {
      const sources = start()
      const out = join(newFolder(), 'dist')
      await buildEdition({sources, out, runOf: 1})
      for (const [changes, way] of steps) {
        for (const change of changes) apply(sources, change)
        await buildEdition({sources, out, runOf: 1, ...ways[way]})
        if (ways[way]?.pagesOnly)
          await buildEdition({sources, out, runOf: 1, patchFrom: 0})
        const anew = join(newFolder(), 'dist')
        await buildEdition({sources, out: anew, runOf: 1})
        expect(digestsOf(out)).toEqual(digestsOf(anew))
      }
    }),
    {numRuns: runs, seed: 20_261_126, endOnFailure: true}
  )
}, 600_000)
