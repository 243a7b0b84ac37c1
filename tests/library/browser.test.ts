import {readFileSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {build} from 'esbuild'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openBrowser} from '../support/browser.ts'
import {root} from '../support/documentation.ts'
import {projectWithPackage, run} from '../support/package.ts'

/** What a program does with the package, in Node and in a browser; rows of CSV count words as each one's ICU does. */
const program = `import {extract, print} from 'warraq'
export async function read([source, options]) {
  const {article, messages} = await extract(typeof source === 'string' ? source : Uint8Array.from(source), options)
  const printed = ['json', 'text', 'markdown', 'tei', 'jsonld'].map((format) => print(article, format))
  return JSON.stringify({article, messages, printed})
}
`

const input = (name: string): string =>
  readFileSync(join(root, 'tests/cases', name), 'utf8')
const cp1252 = Buffer.from(
  '<meta charset=windows-1252><title>Am Kai</title><article><h1>Am Kai</h1><p>Die Kr\u00e4ne \u2026</p></article>',
  'latin1'
)

const sources: Readonly<Record<string, readonly [string | number[], object]>> = {
  'an interview': [
    input('interview-page/input.html'),
    {url: 'https://harbour.example/talk'}
  ],
  'a page in Arabic': [input('arabic-page/input.html'), {}],
  'lists, tables and images': [
    input('lists-tables-and-images-keep-their-structure/input.html'),
    {collection: {timeZone: 'Europe/Lisbon'}}
  ],
  'bytes in an old encoding': [[...cp1252], {}],
  Markdown: [input('markdown-interview/input.md'), {input: 'markdown'}],
  text: [input('english-interview/input.txt'), {input: 'text'}]
}

let project = ''
let browser: Browser
const files = new Map<string, string>()

beforeAll(async () => {
  project = projectWithPackage()
  writeFileSync(join(project, 'program.js'), program)
  const {outputFiles} = await build({
    entryPoints: [join(project, 'program.js')],
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    outdir: join(project, 'bundle'),
    write: false,
    logLevel: 'error'
  })
  for (const {path, text} of outputFiles) files.set(basename(path), text)
  browser = await openBrowser()
}, 120_000)
afterAll(() => browser?.close())

test.each(Object.entries(sources))(
  'a browser makes the same tree of %s as Node',
  async (_, source) => {
    const page = await browser.newPage()
    const asked: string[] = []
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url())
      asked.push(url.host)
      const body = files.get(basename(url.pathname))
      return body === undefined
        ? route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><title>x</title>'
          })
        : route.fulfill({contentType: 'text/javascript', body})
    })
    await page.goto('https://app.example/')
    const found = await page.evaluate(
      `import('/program.js').then(({read}) => read(${JSON.stringify(source)}))`
    )
    await page.close()
    writeFileSync(
      join(project, 'in-node.js'),
      `import {read} from './program.js'\nprocess.stdout.write(await read(${JSON.stringify(source)}))`
    )
    const expected = run(process.execPath, ['in-node.js'], project)
    expect(JSON.parse(String(found))).toEqual(JSON.parse(expected))
    expect(JSON.parse(expected).article.children.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set(['app.example']))
  },
  60_000
)
