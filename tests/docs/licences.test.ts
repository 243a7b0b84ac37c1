import {Ajv} from 'ajv'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import manifest from '../../package.json' with {type: 'json'}
import {vocabulary} from '../package/full-edition.ts'
import {read, rowsOf} from '../support/documentation.ts'

/** What the compile step put into the command. */
const bundled: readonly {name: string; version: string; licence: string}[] = JSON.parse(
  read('build/packages.json')
)

test('the list of packages in the compiled command is true', () => {
  const [, list = ''] = read('THIRD-PARTY.md').split(/<!-- (?:packages|end) -->/u)
  expect(
    rowsOf(list).map(([name, version, licence]) => ({name, version, licence}))
  ).toEqual(bundled)
  expect(bundled.length).toBeGreaterThan(20)
})

test('the licence of each of them stands beside the command', () => {
  const texts = read('build/THIRD-PARTY-LICENSES.txt').split(`\n${'-'.repeat(80)}\n\n`)
  expect(texts.length).toBe(bundled.length)
  for (const [n, {name, version, licence}] of bundled.entries()) {
    const [head = '', ...text] = (texts[n] ?? '').split('\n\n')
    expect(head).toBe(`${name} ${version} (${licence})`)
    expect([name, text.join('').length > 20]).toEqual([name, true])
  }
})

test('a dependency that is not compiled in is named', () => {
  const page = read('THIRD-PARTY.md')
  const compiledIn = new Set(bundled.map(({name}) => name))
  for (const name of Object.keys(manifest.dependencies)) {
    if (compiledIn.has(name)) continue
    const isFont = name.startsWith('@fontsource/')
    const called = isFont
      ? name.slice('@fontsource/'.length).replaceAll('-', ' ')
      : `\`${name}\``
    expect([name, page.toLowerCase().includes(called)]).toEqual([name, true])
  }
})

test('CITATION.cff is valid and has the version and licence of the package', () => {
  const validate = new Ajv({strict: false, validateFormats: false}).compile(
    JSON.parse(vocabulary('citation-1.2.0.json'))
  )
  const cff = parse(read('CITATION.cff'))
  expect(validate(cff), JSON.stringify(validate.errors)).toBe(true)
  expect(cff).toMatchObject({version: manifest.version, license: manifest.license})
  expect(read('docs/CHANGELOG.md')).toContain(`## ${manifest.version}`)
})
