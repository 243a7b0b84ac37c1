import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

const root = new URL('../pipeline/', import.meta.url).pathname
const folders = readdirSync(root).filter((name) =>
  statSync(join(root, name)).isDirectory()
)

/** Each folder may import from the floors below its own. The order is that of the architecture. */
const floors = [
  ['tree'],
  ['diagnostics', 'language'],
  ['source'],
  ['extract'],
  ['read', 'segment', 'annotate', 'validate', 'write'],
  ['site', 'package'],
  ['run']
]
const floorOf = (folder: string): number =>
  floors.findIndex((floor) => floor.includes(folder))

describe.each(folders)('%s', (folder) => {
  const files = readdirSync(join(root, folder), {withFileTypes: true})

  test('has a floor, and no folder in it', () => {
    expect(floorOf(folder)).toBeGreaterThanOrEqual(0)
    expect(files.filter((file) => file.isDirectory())).toEqual([])
  })

  test('imports from below only, and touches files only at the edges', () => {
    for (const {name} of files.filter((file) => file.name.endsWith('.ts'))) {
      const text = readFileSync(join(root, folder, name), 'utf8')
      for (const [, target] of text.matchAll(/from '\.\.\/([a-z]+)\//gu))
        expect([folder, name, floorOf(target ?? '') < floorOf(folder)]).toEqual([
          folder,
          name,
          true
        ])
      if (folder === 'source' || folder === 'run') continue
      expect([
        name,
        /from 'node:(?:fs|http|https|net|child_process)/u.test(text)
      ]).toEqual([name, false])
      expect([
        name,
        /Date\.now|Math\.random|new Date\(\)|localeCompare/u.test(text)
      ]).toEqual([name, false])
    }
  })

  test('has no file that wants a table of contents', () => {
    for (const {name} of files.filter((file) => file.name.endsWith('.ts'))) {
      const lines = readFileSync(join(root, folder, name), 'utf8').split('\n').length
      if (name !== 'types.ts') expect([name, lines <= 251]).toEqual([name, true])
    }
  })
})
