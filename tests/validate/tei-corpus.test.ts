import {expect, test} from 'vitest'
import {editionAround} from '../../pipeline/source/edition.ts'
import {standsAsInOwnFile} from '../../pipeline/validate/tei.ts'
import {corpusPart, tei} from '../../pipeline/write/tei.ts'
import {processFirst, seedSources} from '../support/edition.ts'

const {article, edition} = processFirst(seedSources)
const slug = article.id
const own = String(tei.article?.(article, editionAround(article, edition))[0]?.bytes)
const part = corpusPart({id: slug, path: '', article, messages: []}, edition) ?? ''

test('an article stands in the corpus as in its own file', () => {
  expect(standsAsInOwnFile(part, own, slug)).toBe(true)
})

test.each([
  ['an id without its slug', `xml:id="${slug}.turn-001"`, 'xml:id="turn-001"'],
  ['a pointer to another article', `who="#${slug}.`, 'who="#another.'],
  ['another word', '</seg>', ' more</seg>'],
  ['another attribute', '<seg ', '<seg n="1" '],
  ['an element less', '<body>', '']
])('%s is a difference', (_, from, to) => {
  expect(part).toContain(from)
  expect(standsAsInOwnFile(part.replace(from, to), own, slug)).toBe(false)
})

test('words that are kept back are a difference', () => {
  const source = {...article.source, textInData: 'none' as const}
  const kept =
    corpusPart(
      {id: slug, path: '', article: {...article, source}, messages: []},
      edition
    ) ?? ''
  expect(standsAsInOwnFile(kept, own, slug)).toBe(false)
})
