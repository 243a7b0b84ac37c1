import {Cite, type Item} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import {describe, expect, test} from 'vitest'
import {articlePage} from '../../pipeline/site/article.ts'
import {type Citation, citationOf} from '../../pipeline/site/citation.ts'
import {citationFiles, citationForms} from '../../pipeline/site/citation-files.ts'
import {citationStyles} from '../../pipeline/site/citation-styles.ts'
import {processSeed} from '../support/edition.ts'

const url = 'https://edition.example/articles/harbour-talks/'
const base: Citation = {
  id: 'harbour-talks',
  title: 'Talks End Without a Deal',
  authors: [],
  edition: 'The Edition',
  url,
  language: 'en'
}
const person = (name: string) => ({name, isPerson: true})
const feld = person('Nora Feld')
const lee = person('Sam Lee')

/** What may be known of an article, and what may be missing. */
const cases: Record<string, Citation> = {
  everything: {...base, authors: [feld], publisher: 'Harbour Post', day: '2025-11-26'},
  'two authors, a month': {
    ...base,
    authors: [feld, lee],
    publisher: 'Harbour Post',
    day: '2025-11'
  },
  'three authors, a year': {
    ...base,
    authors: [feld, lee, person('Ann Po')],
    publisher: 'Harbour Post',
    day: '2025'
  },
  'no author': {...base, publisher: 'Harbour Post', day: '2025-11-26'},
  'no date': {...base, authors: [feld], publisher: 'Harbour Post'},
  'a question': {
    ...base,
    title: 'Will It Hold?',
    authors: [feld],
    publisher: 'Harbour Post',
    day: '2025-11-26'
  },
  'no newspaper': {
    ...base,
    authors: [{name: 'Harbour Council', isPerson: false}],
    day: '2025'
  }
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')

const print = (name: string, citation: Citation, tag: string): string =>
  textOf(
    citationStyles.find((style) => style.name === name)?.print(citation, tag).html ?? ''
  )

const form = (file: string, citation: Citation): string =>
  citationForms.find((each) => each.file === file)?.print(citation) ?? ''

/** Names as a reader has them; of RIS it makes reporters of the authors of a newspaper, and reads the year alone. */
const namesOf = (names: Item['author']): string[] =>
  (names === undefined ? [] : [names].flat()).map((name) =>
    typeof name === 'string'
      ? name
      : (name.literal ?? [name.given, name.family].filter(Boolean).join(' '))
  )

describe.each(Object.entries(cases))('an article with %s', (_, citation) => {
  test('is cited in APA as the processor of CSL cites it', () => {
    const item = new Cite(form('cite.csl.json', citation))
    const expected = item
      .format('bibliography', {template: 'apa', lang: 'en-US', format: 'text'})
      .trim()
    expect(print('APA', citation, 'en')).toBe(expected)
  })

  test.each(['cite.bib', 'cite.ris', 'cite.csl.json'])(
    'is the same to a reader of %s',
    (file) => {
      const [item = {}] = new Cite(form(file, citation)).data
      expect(item.title).toBe(citation.title)
      expect(item.URL).toBe(url)
      expect(item['container-title']).toBe(citation.publisher)
      const date = citation.day?.split('-').map(Number)
      expect(JSON.stringify(item.issued)).toBe(
        date &&
          JSON.stringify({'date-parts': [file === 'cite.ris' ? date.slice(0, 1) : date]})
      )
      expect(namesOf(item.author ?? item.reporter)).toEqual(
        citation.authors.map(({name}) => name)
      )
    }
  )
})

/** The Chicago Manual of Style, 14.191–14.200. */
test.each([
  [
    'everything',
    `Nora Feld. “Talks End Without a Deal.” Harbour Post, November 26, 2025. ${url}.`
  ],
  [
    'two authors, a month',
    `Nora Feld and Sam Lee. “Talks End Without a Deal.” Harbour Post, November 2025. ${url}.`
  ],
  ['no author', `Harbour Post. “Talks End Without a Deal.” November 26, 2025. ${url}.`],
  ['a question', `Nora Feld. “Will It Hold?” Harbour Post, November 26, 2025. ${url}.`],
  ['no date', `Nora Feld. “Talks End Without a Deal.” Harbour Post, n.d. ${url}.`],
  ['no newspaper', `Harbour Council. “Talks End Without a Deal.” 2025. ${url}.`]
])('an article with %s is cited in Chicago', (name, expected) => {
  const citation = cases[name]
  expect(citation && print('Chicago', citation, 'en')).toBe(expected)
})

test('marks that LaTeX reads as commands are read back as they were', () => {
  const title = 'Fish & chips: 50% {off} at #1_shop, a \\ b ~ c ^ d'
  const [item] = new Cite(form('cite.bib', {...base, title})).data
  expect(item?.title).toBe(title)
})

test('RIS has the day beside the year', () => {
  expect(form('cite.ris', {...base, day: '2025-11-26'})).toMatch(
    /^PY {2}- 2025\r\nDA {2}- 2025\/11\/26\r$/mu
  )
})

test('a line end in a title opens no field of its own', () => {
  const citation = {...base, title: 'A title\nAU  - Nobody', day: '2025'}
  expect(form('cite.ris', citation)).not.toMatch(/^AU/mu)
})

describe('the seed', () => {
  const {article, edition} = processSeed()
  const citation = citationOf(article, edition)

  test('is cited in Arabic, in the order of Arabic', () => {
    expect(print('APA', citation, 'ar')).toBe(
      'مكالمة سرية مسربة بين مبعوث ترامب ومستشار بوتين مهدت لخطة سلام أوكرانيا. (2025، 26 نوفمبر). سيناء الإخبارية. https://warraq.example/articles/witkoff-ushakov-call/'
    )
    expect(print('Chicago', citation, 'ar')).toContain(
      '«مكالمة سرية مسربة بين مبعوث ترامب ومستشار بوتين مهدت لخطة سلام أوكرانيا». 26 نوفمبر 2025.'
    )
  })

  test('is given no author that its source does not name', () => {
    for (const {bytes} of citationFiles.article?.(article, edition) ?? [])
      expect(String(bytes)).not.toMatch(/author|^AU/mu)
  })

  test('keeps the Arabic of its title in every file', () => {
    for (const {path, bytes} of citationFiles.article?.(article, edition) ?? [])
      expect([path, String(bytes).includes(citation.title)]).toEqual([path, true])
  })

  test('has a place for the number and the anchor of a turn in each citation on its page', () => {
    const [page] = articlePage.article?.(article, edition) ?? []
    const pins = [...String(page?.bytes).matchAll(/data-pin="([^"]+)"/gu)]
    expect(pins.map(([, pin]) => pin)).toEqual(['، الدور {n}', '#{id}', '#{id}', '#{id}'])
  })
})
