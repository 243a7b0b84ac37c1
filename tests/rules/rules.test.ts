import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {rules} from '../../pipeline/diagnostics/index.ts'
import type {Message} from '../../pipeline/tree/types.ts'
import {runChain, sourcesOf} from '../chain.ts'

const here = new URL('./', import.meta.url).pathname
const root = new URL('../../', import.meta.url).pathname

/** Rules that no source raises alone, and the test that raises each. */
const elsewhere: Readonly<Record<string, string>> = {
  'read/archive-limit': 'tests/read/damaged-containers.test.ts',
  'read/too-large': 'tests/faults/odd-files.test.ts',
  'read/unsafe-entry': 'tests/read/damaged-containers.test.ts',
  'source/unreadable': 'tests/faults/odd-files.test.ts',
  'run/near-duplicate': 'tests/validate/near-duplicates.test.ts',
  'run/other-language': 'tests/run/extract.test.ts',
  'run/bad-record': 'tests/run/stage.test.ts',
  'run/internal-error': 'tests/run/article.test.ts',
  'run/poisoned-article': 'tests/run/threads.test.ts',
  'run/damaged-shard': 'tests/run/shards.test.ts',
  'run/foreign-shard': 'tests/run/shards.test.ts',
  'run/missing-shard': 'tests/run/shards.test.ts',
  'run/shards-disagree': 'tests/run/shards.test.ts',
  'run/disk-fault': 'tests/faults/refusals.test.ts',
  'run/disk-full': 'tests/faults/refusals.test.ts',
  'run/no-permission': 'tests/faults/refusals.test.ts',
  'run/read-only-disk': 'tests/faults/refusals.test.ts',
  'run/too-many-files': 'tests/faults/refusals.test.ts',
  'validate/data-package': 'tests/validate/data-package.test.ts',
  'validate/dead-link': 'tests/validate/pages.test.ts',
  'validate/formats-disagree': 'tests/validate/agreement.test.ts',
  'validate/invariant': 'tests/validate/tree-checks.test.ts',
  'validate/json-ld': 'tests/validate/json-ld.test.ts',
  'validate/page': 'tests/validate/pages.test.ts',
  'validate/schema': 'tests/validate/tree-checks.test.ts',
  'validate/schema-org': 'tests/validate/json-ld.test.ts',
  'validate/table-key': 'tests/validate/tables.test.ts',
  'validate/table-row': 'tests/validate/tables.test.ts',
  'validate/tei': 'tests/validate/tei.test.ts',
  'validate/tei-pointer': 'tests/validate/tei.test.ts'
}

/** What a case expects: rule, severity, and the place where it has one. */
type Expected = Pick<Message, 'rule' | 'severity' | 'file' | 'line' | 'column'>

const cases = readdirSync(here, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('messages.json'))
  .map((path) => path.slice(0, -'/messages.json'.length))
  .sort()

test('every rule has a case that raises it, or a test of its own that names it', () => {
  for (const id of rules.keys()) {
    const file = elsewhere[id]
    if (file === undefined) expect(cases).toContain(id)
    else
      expect(existsSync(join(root, file)) && readFileSync(join(root, file), 'utf8')).toContain(id)
  }
})

test.each(cases)('%s is raised, and nothing else', async (id) => {
  const folder = join(here, id)
  const expected: Expected[] = JSON.parse(readFileSync(join(folder, 'messages.json'), 'utf8'))
  const found = (await runChain(sourcesOf(folder))).flatMap(({messages}) =>
    messages.map(({rule, severity, file, line, column}) => ({
      rule,
      severity,
      ...(file === undefined ? {} : {file}),
      ...(line === undefined ? {} : {line}),
      ...(column === undefined ? {} : {column})
    }))
  )
  expect(found).toEqual(expected)
  expect(found.map(({rule}) => rule)).toContain(id)
})
