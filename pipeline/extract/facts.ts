import type {Detected} from '../language/detect.ts'
import {sortOf} from './agencies.ts'
import {authorsOf} from './authors.ts'
import {modificationDates, publicationDates} from './dates.ts'
import type {Head, Stated} from './head.ts'
import {linkedValues} from './linked.ts'
import type {PrintedPage} from './page.ts'
import {asCandidate, type Candidate, metaValues, type Sought} from './sought.ts'
import {statements, typed} from './statements.ts'
import {folded} from './text.ts'
import {type Headline, siteNames, statedTitles} from './titles.ts'
import type {PageFact} from './types.ts'

/** What the chosen lines of a page leave to be known. */
export interface Chosen {
  readonly html: string
  readonly head: Head
  readonly page: PrintedPage
  readonly headline: Headline
  readonly reasons: readonly (string | null)[]
  readonly language: Detected
  readonly items: Sought['items']
}

/** The facts that a page states about its article, with where it states them. */
export function factsOf(chosen: Chosen): PageFact[] {
  const language = languageOf(chosen)
  const tag = String(language[0]?.fact.value ?? 'und').split('-')[0] ?? 'und'
  const sought: Sought = {...chosen, tag: tag === 'und' ? 'en' : tag}
  return [
    ...headlines(chosen),
    ...authorsOf(sought).flatMap(asAuthor),
    ...distinct('datePublished', publicationDates(sought)).slice(0, 4),
    ...distinct('dateModified', modificationDates(sought)).slice(0, 2),
    ...distinct('publisher', publishers(sought)).slice(0, 1).map(named),
    ...statements(sought).flatMap(({field, candidates, most = 1}) =>
      distinct(field, candidates).slice(0, most).map(typed)
    ),
    ...language
  ]
}

/** The printed headline holds; what the head states otherwise stands beside it. */
function headlines({page, headline, head}: Chosen): PageFact[] {
  const line = page.lines[headline.line]
  const printed: Candidate[] = line
    ? [
        {
          value: line.text,
          rule: 'extract/headline',
          printed: {line: headline.line, start: 0, end: line.text.length}
        }
      ]
    : []
  const stated = statedTitles(head).map((each) => ({
    value: each.value,
    rule: 'extract/stated-title',
    stated: each
  }))
  return distinct('headline', [...printed, ...stated]).slice(0, 2)
}

function distinct(field: string, candidates: readonly Candidate[]): PageFact[] {
  const seen = new Set<string>()
  return candidates.flatMap(({value, text, rule, printed, stated}) => {
    const key = folded(value)
    if (key === '' || seen.has(key)) return []
    seen.add(key)
    const words = text === undefined || text === value ? {} : {text}
    const inPage = printed !== undefined || stated !== undefined
    return [
      {
        field,
        fact: {
          value,
          basis: inPage ? ('stated' as const) : ('inferred' as const),
          rule,
          ...words
        },
        ...(printed ? {printed} : {}),
        ...(stated ? {stated: {...stated, value: text ?? value}} : {})
      }
    ]
  })
}

const named = (pageFact: PageFact): PageFact => ({
  ...pageFact,
  fact: {...pageFact.fact, value: {name: String(pageFact.fact.value)}}
})

/** An author, and whether it is a person or a house, where the page or the name says so. */
const asAuthor = (candidate: Candidate): PageFact[] =>
  distinct('authors', [candidate]).map((pageFact) => ({
    ...pageFact,
    fact: {
      ...pageFact.fact,
      value: {name: candidate.value, ...sortOf(candidate.value, candidate.types)}
    }
  }))

/** The site's name first: a publishing house is seldom what readers know. */
const publishers = (sought: Sought): Candidate[] => [
  ...metaValues(sought.head, ['og:site_name']).map(asCandidate('extract/meta')),
  ...linkedValues(sought.head, 'publisher')
    .filter(({value}) => !/^https?:/u.test(value))
    .map(asCandidate('extract/json-ld')),
  ...(sought.items.get('publisher.name') ?? []),
  ...(sought.items.get('publisher') ?? []).filter(({value}) => !/^https?:/u.test(value)),
  ...metaValues(sought.head, [
    'dc.publisher',
    'dcterms.publisher',
    'citation_publisher'
  ]).map(asCandidate('extract/meta')),
  ...siteNames(sought.head).map((value) => ({value, rule: 'extract/site-name'}))
]

/** The language of the text; the page's own tag where both are one language, since it says more. */
function languageOf({head, language: {tag, confidence}}: Chosen): PageFact[] {
  const own = statedLanguage(head)
  const stated = canonicalTag(own?.value ?? '')
  const primary = stated?.split('-')[0] ?? ''
  const agrees =
    stated !== null && (tag === 'und' || primary === tag || isSister(primary, tag))
  const detected: PageFact[] =
    tag === 'und'
      ? []
      : [
          {
            field: 'inLanguage',
            fact: {value: tag, basis: 'inferred', rule: 'extract/language', confidence}
          }
        ]
  if (!agrees || !own) return detected
  return [
    {
      field: 'inLanguage',
      fact: {
        value: stated,
        basis: 'stated',
        rule: 'extract/language',
        ...(stated === own.value ? {} : {text: own.value})
      },
      stated: own
    },
    ...detected
  ]
}

/** Languages that a detector takes for one another; what the page says decides. */
const sisters = ['id ms zlm', 'nb no nn da', 'hr sr bs sl', 'cs sk', 'gl pt'].map(
  (group) => group.split(' ')
)
const isSister = (one: string, other: string): boolean =>
  sisters.some((group) => group.includes(one) && group.includes(other))

/** By `<html lang>`, else by what else the head says. */
const statedLanguage = (head: Head): Stated | undefined =>
  [
    ...(head.language ? [head.language] : []),
    ...linkedValues(head, 'inLanguage'),
    ...metaValues(head, [
      'content-language',
      'dc.language',
      'dcterms.language',
      'citation_language',
      'og:locale'
    ])
  ].find(({value}) => canonicalTag(value) !== null)

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    // A RangeError: what the page states is no language tag.
    return null
  }
}
