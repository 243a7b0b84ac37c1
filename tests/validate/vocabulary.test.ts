import {describe, expect, test} from 'vitest'
import {expandSafely} from '../../pipeline/validate/json-ld.ts'
import {checkVocabulary} from '../../pipeline/validate/vocabulary.ts'

const good = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'NewsArticle',
      '@id': 'https://e.example/a/#article',
      headline: 'A headline',
      datePublished: '2025-11-26T10:51:00+02:00',
      publisher: {'@id': 'https://e.example/id/org/x'}
    },
    {'@type': 'Organization', '@id': 'https://e.example/id/org/x', name: 'X'},
    {
      '@type': ['Message', 'Quotation'],
      '@id': 'https://e.example/a/#turn-001',
      position: 1,
      text: 'Hello'
    }
  ]
}

test('a good document has no fault', async () => {
  expect(checkVocabulary(good)).toEqual([])
  expect(await expandSafely(good)).toBeNull()
})

describe('each seeded fault is seen', () => {
  const article = good['@graph'][0]
  const faults: [string, object, RegExp][] = [
    ['a misspelt property', {...article, headlin: 'x'}, /property `headlin`/u],
    ['a misspelt type', {...article, '@type': 'NewsArtikel'}, /type `NewsArtikel`/u],
    [
      'a property of another class',
      {...article, sender: {'@id': 'https://e.example/id/org/x'}},
      /property `sender`, which belongs to/u
    ],
    ['a digest on the article', {...article, sha256: 'abc'}, /property `sha256`/u],
    [
      'a date that does not exist',
      {...article, datePublished: '2025-02-30'},
      /as `datePublished`/u
    ],
    [
      'a date in words',
      {...article, datePublished: '26 November 2025'},
      /as `datePublished`/u
    ],
    [
      'a time that does not exist',
      {...article, datePublished: '2025-11-26T25:00'},
      /as `datePublished`/u
    ],
    [
      'a person where an article stands',
      {...article, mainEntityOfPage: {'@type': 'Person', name: 'x'}},
      /Person as `mainEntityOfPage`/u
    ],
    [
      'a dangling reference',
      {...article, publisher: {'@id': 'https://e.example/nobody'}},
      /which no node has/u
    ],
    ['a relative id', {...article, '@id': '#article'}, /a relative @id/u],
    ['an empty value', {...article, description: ''}, /an empty value/u],
    ['null', {...article, description: null}, /an empty value/u],
    ['an empty list', {...article, author: []}, /an empty list/u],
    [
      'a word where a number belongs',
      {'@type': 'QuantitativeValue', '@id': 'https://e.example/q', minValue: 'five'},
      /as `minValue`/u
    ],
    ['an address that is none', {...article, url: 'somewhere'}, /as `url`/u],
    [
      'a name where an organisation belongs',
      {...article, publisher: 'X News'},
      /as `publisher`/u
    ]
  ]
  test.each(faults)('%s', (_name, node, expected) => {
    const problems = checkVocabulary({
      '@context': 'https://schema.org',
      '@graph': [node, good['@graph'][1]]
    })
    expect(problems.map((fault) => fault.problem).join('\n')).toMatch(expected)
  })

  test('two nodes with one id', () => {
    const twice = {
      '@context': 'https://schema.org',
      '@graph': [good['@graph'][1], good['@graph'][1]]
    }
    expect(checkVocabulary(twice)[0]?.problem).toBe('an @id that another node has')
  })

  test('a context that is not ours is refused by the processor', async () => {
    expect(
      await expandSafely({...good, '@context': 'https://elsewhere.example/'})
    ).toMatch(/elsewhere/u)
  })
})
