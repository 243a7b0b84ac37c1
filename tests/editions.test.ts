import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {turns} from '../pipeline/tree/walk.ts'
import {resultsOf} from './chain.ts'

const root = fileURLToPath(new URL('editions', import.meta.url))

const names = readdirSync(root, {withFileTypes: true}).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : []
)

describe.each(names)('the edition %s', async (name) => {
  const results = await resultsOf(`${root}/${name}`)

  test('is read without an error or a warning', () => {
    const found = results.flatMap(({messages}) =>
      messages.filter(({severity}) => severity !== 'info')
    )
    expect(found).toEqual([])
  })

  test('has what tests of whole editions need: languages, conversations, years', () => {
    const articles = results.flatMap(({article}) => article ?? [])
    expect(articles.length).toBeGreaterThanOrEqual(12)
    expect(new Set(articles.map(({language}) => language)).size).toBeGreaterThanOrEqual(4)
    expect(
      articles.filter((article) => turns(article).length > 0).length
    ).toBeGreaterThan(2)
    const years = articles.map(({metadata}) =>
      String(metadata.datePublished?.[0]?.value).slice(0, 4)
    )
    expect(new Set(years).size).toBeGreaterThan(3)
  })
})
