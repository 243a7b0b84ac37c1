import {afterEach, expect, test} from 'vitest'
import {loadSources} from '../../pipeline/source/load.ts'
import {hasRenderer} from '../../pipeline/source/renderer.ts'
import {seedSources, writeSources} from '../support/edition.ts'

const platform = process.platform
afterEach(() => {
  Object.defineProperty(process, 'platform', {value: platform})
})

const noted = (root: string): string[] =>
  loadSources(root, ['txt']).refused.flatMap(({messages}) =>
    messages.map(({rule, severity}) => `${severity} ${rule}`)
  )

test('the renderer of this machine is found by its name', () => {
  expect(hasRenderer(platform, process.arch)).toBe(true)
  expect(hasRenderer('sunos', 'sparc')).toBe(false)
})

test('a machine without a renderer says so once, and its edition has no pictures', () => {
  expect(loadSources(seedSources, ['txt']).edition.pictures).toBeUndefined()
  Object.defineProperty(process, 'platform', {value: 'sunos'})
  expect(loadSources(seedSources, ['txt']).edition.pictures).toBe(false)
  expect(noted(seedSources)).toEqual(['info run/no-pictures'])
})

test('an edition that wants no pictures hears nothing of it', () => {
  Object.defineProperty(process, 'platform', {value: 'sunos'})
  const root = writeSources({
    'edition.yaml': 'baseUrl: https://edition.example/\npictures: false\n'
  })
  expect(noted(root)).toEqual([])
})
