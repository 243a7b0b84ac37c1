import fc from 'fast-check'
import {expect, test} from 'vitest'
import {expandSafely} from '../../pipeline/validate/json-ld.ts'
import {isPlain} from '../../pipeline/validate/json-ld-plain.ts'
import {fullGraph} from '../../pipeline/write/json-ld.ts'
import {embedJsonLd} from '../../pipeline/write/json-ld-embed.ts'
import {processSeed} from '../support/edition.ts'

const {article, edition} = processSeed()
const asParsed = (document: object) => JSON.parse(JSON.stringify(document))
const graph = asParsed({
  '@context': 'https://schema.org',
  '@graph': fullGraph(article, edition)
})

test('what is made of an article is plain', () => {
  expect(isPlain(graph)).toBe(true)
  expect(isPlain(asParsed(embedJsonLd(article, edition)))).toBe(true)
})

const keys = fc.constantFrom(
  ...'@context @id @type @graph @value @language @list @set @reverse @headline @index id type name headline headlin text url image sameAs datePublished author sender position schema:name x:y http://a.example/b __proto__'.split(
    ' '
  )
)
const leaves = fc.constantFrom<string | number | boolean | null>(
  'https://schema.org',
  'https://e.example/a',
  'https://e.example/a b',
  '#a',
  '_:b0',
  '@none',
  '@type',
  '',
  'Person',
  'NewsArticle',
  'Persn',
  'schema:Person',
  'ar',
  5,
  0.5,
  true,
  null
)
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 3},
    leaves,
    fc.array(tie('value'), {maxLength: 3}),
    tie('node')
  ),
  node: fc
    .tuple(
      fc.dictionary(keys, tie('value'), {maxKeys: 4}),
      fc.option(
        fc.constantFrom('Person', 'NewsArticle', ['Message', 'Quotation'], 'Persn'),
        {nil: undefined}
      )
    )
    .map(([node, type]) => (type === undefined ? node : {...node, '@type': type}))
}))
const documents = fc
  .tuple(
    values.node,
    fc.constantFrom(
      'https://schema.org',
      'https://schema.org/',
      'http://schema.org',
      'https://e.example/',
      {}
    )
  )
  .map(([node, context]) => ({...node, '@context': context}))
const graphs = fc
  .array(values.node, {maxLength: 3})
  .map((nodes) => ({'@context': 'https://schema.org', '@graph': nodes}))

test('a processor takes all of what is plain', async () => {
  let plain = 0
  await fc.assert(
    fc.asyncProperty(fc.oneof(documents, graphs).map(asParsed), async (document) => {
      if (!isPlain(document)) return
      plain++
      expect(await expandSafely(document)).toBeNull()
    }),
    {numRuns: 3_000}
  )
  expect(plain).toBeGreaterThan(30)
})
