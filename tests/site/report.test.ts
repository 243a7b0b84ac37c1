import {expect, test} from 'vitest'
import {reportPages} from '../../pipeline/site/report.ts'
import type {Message} from '../../pipeline/tree/types.ts'
import {elements, parsePage} from '../../pipeline/validate/html.ts'
import {processSeed} from '../support/edition.ts'

const {edition} = processSeed()

const note = (n: number): Message => ({
  rule: 'annotate/unknown-speaker',
  severity: n % 2 === 0 ? 'warning' : 'info',
  message: `Note ${n}`,
  fix: 'None.'
})

/** So many sources, the last of which was refused, with a note on each. */
async function reportOf(count: number): Promise<{json: string; page: string}> {
  const results = {
    async *[Symbol.asyncIterator]() {
      for (let n = 0; n < count; n++) {
        const own = {id: `article-${n}`, path: `news/article-${n}.txt`}
        yield {part: {...own, published: n < count - 1}, messages: [note(n)]}
      }
    }
  }
  const files = new Map<string, string>()
  for await (const {path, bytes} of reportPages(results, edition, [note(-2)]))
    files.set(path, (files.get(path) ?? '') + bytes)
  const [json = '', page = ''] = ['json', 'html'].map(
    (ending) => [...files].find(([path]) => path.endsWith(ending))?.[1]
  )
  return {json, page}
}

test('the report of a large edition shows a part, those that were refused first, and its JSON has all', async () => {
  const {json, page} = await reportOf(5_000)
  const all = JSON.parse(json)
  expect([all.errors, all.warnings, all.notes]).toEqual([0, 2_501, 2_500])
  expect([all.sources.length, all.messages.length]).toEqual([5_000, 5_001])
  expect(json).toBe(`${JSON.stringify(all, null, 1)}\n`)
  const tags = elements(parsePage(page)).map(({tagName}) => tagName)
  expect(tags.filter((tag) => tag === 'tr')).toHaveLength(2_001)
  expect(page.indexOf('news/article-4999.txt')).toBeLessThan(
    page.indexOf('article-0.txt')
  )
  expect(page).toContain('5,000')
})

test('the report of a small one shows all of it, in order; an empty one has empty lists', async () => {
  const {page} = await reportOf(3)
  expect(page.indexOf('article-2.txt')).toBeGreaterThan(page.indexOf('article-1.txt'))
  const {json} = await reportOf(0)
  expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 1)}\n`)
})
