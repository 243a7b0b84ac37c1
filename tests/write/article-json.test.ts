import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import type {Article} from '../../pipeline/tree/types.ts'
import {articleJson} from '../../pipeline/write/article-json.ts'
import schema from '../../schemas/article.schema.json' with {type: 'json'}
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition} from './page.ts'

const {article} = printNastyArticle('nasty', 'crlf')
const write = (tree: Article): string =>
  String(articleJson.article?.(tree, bareEdition)[0]?.bytes)

test('article.json read back is the tree, valid against its schema', () => {
  const read: unknown = JSON.parse(write(article))
  expect(read).toEqual(article)
  const validate = new Ajv2020({strict: false, validateFormats: false}).compile(schema)
  expect(validate(read), JSON.stringify(validate.errors)).toBe(true)
})

test('article.json has the keys of the schema in their order, whatever that of the tree', () => {
  const reversed: Article = JSON.parse(JSON.stringify(article), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value
  )
  // Fields of the metadata have no order in the schema: theirs is the tree's.
  const metadata = Object.fromEntries(Object.entries(reversed.metadata).reverse())
  expect(write({...reversed, metadata})).toBe(write(article))
  expect(Object.keys(JSON.parse(write(article)))).toEqual(Object.keys(schema.properties))
})

test('article.json keeps a small object on one line and ends with a line end', () => {
  const lines = write(article).split('\n')
  expect(lines[0]).toBe('{')
  expect(lines[1]).toBe(' "type": "article",')
  expect(lines.at(-1)).toBe('')
  const [start] = lines.filter((line) => line.startsWith(' "position"'))
  expect(start).toMatch(
    /^ "position": \{"start": \{"line": 1, "column": 1, "offset": 0\}, "end": \{.+\}\}$/
  )
})
