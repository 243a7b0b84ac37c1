import {expect, test} from 'vitest'
import {processArticle} from '../../pipeline/run/article.ts'

const record = {
  slug: 'ship',
  path: 'press/ship.txt',
  bytes: Buffer.from(
    'A ship comes home\n5 March 2024\n\nThe ship came into the harbour.\n'
  ),
  collection: {id: 'press'},
  sidecar: {},
  authorities: {entities: [], byId: new Map()}
}

test('a fault of ours ends one article with a message, never the build: run/internal-error', () => {
  const broken = {
    get entities(): never {
      throw new Error('the shelf is empty')
    },
    byId: new Map()
  }
  const {article, messages} = processArticle({...record, authorities: broken})
  expect(article).toBeNull()
  expect(messages.map(({rule}) => rule)).toEqual(['run/internal-error'])
  expect(messages[0]?.message).toContain('the shelf is empty')
})

test('the chain is a function of its record alone', () => {
  const once = JSON.stringify(processArticle(record))
  expect(JSON.stringify(processArticle(record))).toBe(once)
  expect(JSON.parse(once).article.metadata.headline[0].value).toBe('A ship comes home')
})
