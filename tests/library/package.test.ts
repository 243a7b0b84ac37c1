import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import vm from 'node:vm'
import {build} from 'esbuild'
import {beforeAll, describe, expect, test} from 'vitest'
import {blocksOf, root} from '../support/documentation.ts'
import {projectWithPackage, run} from '../support/package.ts'

let project = ''
beforeAll(() => {
  project = projectWithPackage()
}, 60_000)

const examples = blocksOf('docs/reference/library.md', 'js')
const outputs = blocksOf('docs/reference/library.md', 'text')

describe('the packed package, in an empty project', () => {
  test.each(outputs.map((output, n) => [n, output] as const))(
    'example %i of the reference prints what is shown',
    (n, output) => {
      const file = join(project, `example-${n}.js`)
      writeFileSync(file, examples[n] ?? '')
      expect(run(process.execPath, [file], project)).toBe(output)
    }
  )

  test('its command runs', () => {
    const command = join(project, 'node_modules/warraq/build/warraq.mjs')
    writeFileSync(
      join(project, 'note.txt'),
      'A ship comes home\n5 March 2024\n\nThe ship came.\n'
    )
    const args = [command, 'extract', 'note.txt', '--format', 'text']
    expect(run(process.execPath, args, project)).toBe(
      'A ship comes home\n\n5 March 2024\n\nThe ship came.\n'
    )
  })

  test('its types hold a program to what is there', () => {
    writeFileSync(
      join(project, 'program.ts'),
      `import {unified} from 'unified'
import rehypeParse from 'rehype-parse'
import {extract, print, warraqAnnotate, warraqExtract, warraqRead, warraqSegment, warraqStringify, warraqValidate, type Article} from 'warraq'
const {article, messages} = await extract('x', {input: 'text', collection: {timeZone: 'Asia/Beirut'}})
const known: Article | null = article
if (known) print(known, 'tei', {baseUrl: 'https://press.example/'})
export const rules: string[] = messages.map(({rule}) => rule)
export const processor = unified().use(warraqRead).use(warraqSegment).use(warraqAnnotate).use(warraqValidate).use(warraqStringify, {format: 'markdown'})
export const parsed = unified().use(rehypeParse).use(warraqExtract, {url: 'https://press.example/1'}).use(warraqSegment)
// @ts-expect-error no such format
if (known) print(known, 'pdf')
// @ts-expect-error no such option
await extract('x', {langauge: 'en'})
`
    )
    writeFileSync(
      join(project, 'tsconfig.json'),
      '{"compilerOptions": {"module": "nodenext", "target": "es2023", "strict": true, "noEmit": true, "types": []}, "files": ["program.ts"]}'
    )
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    expect(run(process.execPath, [compiler, '-p', project], project)).toBe('')
  }, 60_000)

  test('what is packed is what is needed, and no source of ours or fixture', () => {
    const folder = join(project, 'node_modules/warraq')
    const names = readdirSync(folder).sort()
    expect(names).toEqual([
      'LICENSE',
      'README.md',
      'THIRD-PARTY.md',
      'build',
      'docs',
      'package.json',
      'schemas'
    ])
    // Figures, pages and tools that runs leave in build/ are nobody else's.
    const built = readdirSync(join(folder, 'build')).filter(
      (name) => !name.endsWith('.mjs')
    )
    expect(built.sort()).toEqual([
      'THIRD-PARTY-LICENSES.txt',
      'assets',
      'faces',
      'library',
      'program.cjs'
    ])
  })
})

test('bundled for a browser it runs without anything of Node', async () => {
  const entry = join(project, 'browser.js')
  writeFileSync(
    entry,
    `import {extract, print} from 'warraq'
export const talk = (source, options) => extract(source, options).then(({article, messages}) => ({text: article && print(article, 'text'), tei: article && print(article, 'tei'), sha256: article?.source.sha256, rules: messages.map(({rule}) => rule)}))`
  )
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'bundle',
    write: false,
    logLevel: 'error'
  })
  const code = outputFiles[0]?.text ?? ''
  // What every browser has, and no more: no process, no Buffer, no require.
  const window = {TextEncoder, TextDecoder, URL, structuredClone, atob}
  const talk: unknown = vm.runInNewContext(`${code}; bundle.talk`, window)
  if (typeof talk !== 'function') throw new Error('the bundle has no function')
  const page = readFileSync(join(root, 'tests/cases/interview-page/input.html'), 'utf8')
  const found = await talk(page, {url: 'https://harbour.example/'})
  expect(found.rules).not.toContain('run/internal-error')
  expect(found.text).toContain('Anna Lind: ')
  expect(found.tei).toContain('<u ')
  expect(found.sha256).toMatch(/^[0-9a-f]{64}$/u)
  const note = await talk('A ship comes home\n5 March 2024\n\nThe ship came.\n', {
    input: 'text'
  })
  expect(note.text).toBe('A ship comes home\n\n5 March 2024\n\nThe ship came.\n')
}, 60_000)
