import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {messagesOf, reportTo} from '../../pipeline/diagnostics/report.ts'
import {pageGate} from '../../pipeline/validate/pages.ts'

const page = (body: string, title = 'A page'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`

/** The faults that the gate finds in an edition of these files. */
async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const file = new VFile()
  const writer = {
    read: (path: string) => files[path] ?? '',
    written: () => Object.keys(files).map((path) => ({path, sizeBytes: 0, sha256: ''}))
  }
  const none = async function* () {
    // The gate reads files, no trees.
  }
  await pageGate.check({writer, results: none(), report: reportTo(file)})
  return messagesOf(file).map(({rule, message}) => `${rule} ${message}`)
}

const links =
  '<a href="#b">b</a><a href="a/index.html#x">x</a><a href="https://example.org/y">y</a>'

test('pages whose links lead somewhere have no fault', async () => {
  expect(
    await faultsOf({
      'index.html': page(`<h1 id="b">B</h1>${links}<link rel="icon" href="data:,">`),
      'a/index.html': page('<h1 id="x">X</h1><a href="../index.html#b">b</a>')
    })
  ).toEqual([])
})

const faults: Readonly<Record<string, [string, string]>> = {
  'a file that is not there': [
    '<h1>H</h1><a href="gone.html">g</a>',
    'validate/dead-link'
  ],
  'an anchor that is not there': [
    '<h1>H</h1><a href="#gone">g</a>',
    'validate/dead-link'
  ],
  'a picture that is not there': [
    '<h1>H</h1><img src="gone.png" alt="">',
    'validate/dead-link'
  ],
  'no heading': ['<p>text</p>', 'validate/page'],
  'two headings of the first level': ['<h1>A</h1><h1>B</h1>', 'validate/page'],
  'an id that stands twice': ['<h1 id="a">A</h1><p id="a">b</p>', 'validate/page'],
  'inline style': ['<h1 style="color:red">A</h1>', 'validate/page'],
  'an inline script': ['<h1>A</h1><script>alert(1)</script>', 'validate/page'],
  'an inline handler': ['<h1 onclick="x()">A</h1>', 'validate/page']
}

test.each(Object.entries(faults))('%s is found', async (_, [body, rule]) => {
  const found = await faultsOf({'index.html': page(body)})
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(rule)
})
