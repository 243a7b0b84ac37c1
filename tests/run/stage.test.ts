import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {warraq} from '../support/command.ts'

const text =
  'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n'

/** The results of `warraq stage` for these lines. */
function stage(
  lines: readonly string[],
  options: readonly string[] = [],
  env: Readonly<Record<string, string>> = {}
) {
  const {stdout, status} = warraq(['stage', ...options], {
    input: lines.map((line) => `${line}\n`).join(''),
    env
  })
  const results: {
    id: string | null
    article: {id: string} | null
    messages: {rule: string; message: string}[]
  }[] = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return {status, results}
}

test('each line in gives a line out, in the same order, whatever is in it', () => {
  const {status, results} = stage([
    JSON.stringify({id: 'one', text}),
    'no JSON',
    JSON.stringify({id: 'two'}),
    JSON.stringify({id: 'three', text: ''}),
    JSON.stringify({id: 'four', pdf: 'x', text}),
    JSON.stringify({id: 'five', text, sidecar: {langauge: 'en'}}),
    '',
    JSON.stringify({id: 'six', text, url: 'https://press.example/six'})
  ])
  expect(status).toBe(0)
  expect(results.map(({id}) => id)).toEqual([
    'one',
    null,
    'two',
    'three',
    'four',
    'five',
    null,
    'six'
  ])
  expect(results.map(({article}) => article !== null)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    false,
    true
  ])
  const rules = results.map(({messages}) => messages.map(({rule}) => rule))
  expect(rules[1]).toEqual(['run/bad-record'])
  expect(rules[2]).toEqual(['run/bad-record'])
  expect(rules[3]).toEqual(['read/empty-source'])
})

test('a page gives its article, without the text around it', () => {
  const html = `<!doctype html><html lang="en"><title>A ship comes home | Harbour News</title><nav><a href="/">Home</a></nav>
<article><h1>A ship comes home</h1><p>The ship came into the <b>harbour</b> after two months at sea, and everybody on the quay was there to welcome her &amp; her crew.</p>
<p>She had sailed from Lisbon through two storms, and lost a mast; the crew of nine had mended it with what they had on board.</p></article>
<footer>All rights reserved.</footer></html>`
  const {results} = stage([JSON.stringify({id: 'page', html})])
  expect(JSON.stringify(results[0]?.article)).toMatch(/& her crew/u)
  expect(results[0]?.messages.map(({rule}) => rule)).toEqual(['segment/no-date'])
})

test('a reader that goes away ends the stage in silence', async () => {
  const {spawnSync} = await import('node:child_process')
  const command = new URL('../../build/warraq.mjs', import.meta.url).pathname
  const record = JSON.stringify({id: 'one', text: text.repeat(50)})
  const shell = `yes '${record}' | head -400 | "${process.execPath}" "${command}" stage | head -1 | wc -l`
  const {stdout, stderr} = spawnSync('bash', ['-c', shell], {encoding: 'utf8'})
  expect(stdout.trim()).toBe('1')
  expect(stderr).toBe('')
})

test('--authorities reads the file that is named, whatever its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'))
  const file = join(folder, 'people-of-the-harbour.yaml')
  writeFileSync(file, 'people:\n  - id: bo-ek\n    names: {en: [Bo Ek]}\n')
  const record = JSON.stringify({
    id: 'one',
    text: text.replace('The ship', 'The ship of Bo Ek')
  })
  const {stdout, status} = warraq(['stage', '--authorities', file], {
    input: `${record}\n`
  })
  expect(status).toBe(0)
  expect(stdout).toContain('"entity":"bo-ek"')
  writeFileSync(file, 'people: [')
  const broken = warraq(['stage', '--authorities', file], {input: `${record}\n`})
  expect(broken.status).toBe(1)
  expect(broken.stderr).toContain('source/bad-yaml')
})

describe('a record that ends whoever works on it is refused, and the next is read', () => {
  const record = (id: string, words = text): string => JSON.stringify({id, text: words})

  test('where it takes longer than is allowed', () => {
    // No thread begins to work within a millisecond.
    const {status, results} = stage(
      [record('one'), 'no JSON', record('two')],
      ['--time-limit', '0.001']
    )
    expect(status).toBe(0)
    expect(results.map(({id, article}) => [id, article])).toEqual([
      ['one', null],
      [null, null],
      ['two', null]
    ])
    for (const {messages} of results)
      expect(messages).toEqual([
        expect.objectContaining({
          rule: 'run/poisoned-article',
          message: expect.stringContaining('it takes more than 0.001 seconds')
        })
      ])
  })

  test('where it needs more memory than there is', () => {
    const poison = `A long list\n5 March 2024\n\n${'Bo Ek: Yes (laughs). Nobody knows.\n\n'.repeat(440_000)}`
    const {status, results} = stage(
      [record('one'), record('long-list', poison), record('two')],
      [],
      {NODE_OPTIONS: '--max-old-space-size=120'}
    )
    expect(status).toBe(0)
    expect(results.map(({id, article}) => [id, article !== null])).toEqual([
      ['one', true],
      ['long-list', false],
      ['two', true]
    ])
    expect(results[1]?.messages[0]?.rule).toBe('run/poisoned-article')
    expect(results[1]?.messages[0]?.message).toMatch(/needs more than \d+ MB of memory/u)
  })

  test.each(['0', '-1', 'ten', '1e3', '100000', ''])(
    'and %j is no time that can be allowed',
    (typed) => {
      const {status, stderr} = warraq(['stage', `--time-limit=${typed}`], {input: ''})
      expect(status).toBe(2)
      expect(stderr).toContain('`--time-limit` takes a number of seconds')
    }
  )
})
