import type {Detected} from '../language/detect.ts'
import {authorsOf} from './authors.ts'
import {modificationDates, publicationDates} from './dates.ts'
import type {Head} from './head.ts'
import type {PrintedPage} from './page.ts'
import {
  asCandidate,
  type Candidate,
  linkedValues,
  metaValues,
  type Sought
} from './sought.ts'
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
}

/** The facts that a page states about its article, with where it states them. */
export function factsOf(chosen: Chosen): PageFact[] {
  const language = languageOf(chosen)
  const tag = String(language[0]?.fact.value ?? 'und').split('-')[0] ?? 'und'
  const sought: Sought = {...chosen, tag: tag === 'und' ? 'en' : tag}
  return [
    ...headlines(chosen),
    ...distinct('authors', authorsOf(sought)).map(named),
    ...distinct('datePublished', publicationDates(sought)).slice(0, 4),
    ...distinct('dateModified', modificationDates(sought)).slice(0, 2),
    ...distinct('publisher', publishers(chosen.head)).slice(0, 1).map(named),
    ...distinct(
      'section',
      ofHead(chosen.head, 'articleSection', ['article:section'])
    ).slice(0, 1),
    ...distinct('keywords', keywords(chosen.head)).slice(0, 30),
    ...distinct('license', licences(chosen.head)).filter(isAddress).slice(0, 1),
    ...distinct('url', addresses(chosen.head)).slice(0, 1),
    ...distinct('image', ofHead(chosen.head, 'image', ['og:image', 'twitter:image']))
      .filter(isAddress)
      .slice(0, 1),
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
  const [first, ...others] = distinct('headline', [...printed, ...stated])
  return first
    ? [
        first,
        ...others.slice(0, 1).map((other) => ({...other, field: 'alternativeHeadline'}))
      ]
    : []
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

function ofHead(head: Head, key: string, names: readonly string[]): Candidate[] {
  return [
    ...linkedValues(head, key).map((stated) => ({
      value: stated.value,
      rule: 'extract/json-ld',
      stated
    })),
    ...metaValues(head, names).map((stated) => ({
      value: stated.value,
      rule: 'extract/meta',
      stated
    }))
  ]
}

const publishers = (head: Head): Candidate[] => [
  ...metaValues(head, ['og:site_name']).map((stated) => ({
    value: stated.value,
    rule: 'extract/meta',
    stated
  })),
  ...linkedValues(head, 'publisher')
    .filter(({value}) => !/^https?:/u.test(value))
    .map((stated) => ({value: stated.value, rule: 'extract/json-ld', stated})),
  ...siteNames(head).map((value) => ({value, rule: 'extract/site-name'}))
]

/** What the page tags its article with; a list in one value is parted. */
function keywords(head: Head): Candidate[] {
  const [first] = [
    linkedValues(head, 'keywords').map(asCandidate('extract/json-ld')),
    metaValues(head, [
      'article:tag',
      'news_keywords',
      'keywords',
      'parsely-tags',
      'sailthru.tags'
    ]).map(asCandidate('extract/meta'))
  ].filter((each) => each.length > 0)
  return (first ?? []).flatMap(({value, rule, stated}) =>
    value
      .split(/[,;،、]/u)
      .map((word) => word.trim())
      .filter((word) => word.length > 1 && word.length <= 80)
      .map((word) => ({
        value: word,
        rule,
        ...(stated ? {stated: {...stated, value: word}} : {})
      }))
  )
}

const licences = (head: Head): Candidate[] => [
  ...linkedValues(head, 'license').map(asCandidate('extract/json-ld')),
  ...(head.license ? [asCandidate('extract/link')(head.license)] : [])
]

const isAddress = ({fact}: PageFact): boolean =>
  typeof fact.value === 'string' && /^https?:\/\/\S+$/u.test(fact.value)

const addresses = (head: Head): Candidate[] =>
  [head.canonical, ...metaValues(head, ['og:url'])].flatMap((stated) =>
    stated && /^https?:\/\/\S+$/u.test(stated.value)
      ? [{value: stated.value, rule: 'extract/address', stated}]
      : []
  )

/** The language of the text; the page's own tag where both are one language, since it says more. */
function languageOf({head, language: {tag, confidence}}: Chosen): PageFact[] {
  const stated = canonicalTag(head.language?.value ?? '')
  const agrees = stated !== null && (tag === 'und' || stated.split('-')[0] === tag)
  const detected: PageFact[] =
    tag === 'und'
      ? []
      : [
          {
            field: 'inLanguage',
            fact: {value: tag, basis: 'inferred', rule: 'extract/language', confidence}
          }
        ]
  if (!agrees || !head.language) return detected
  return [
    {
      field: 'inLanguage',
      fact: {
        value: stated,
        basis: 'stated',
        rule: 'extract/language',
        ...(stated === head.language.value ? {} : {text: head.language.value})
      },
      stated: head.language
    },
    ...detected
  ]
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? null
  } catch {
    // A RangeError: what the page states is no language tag.
    return null
  }
}
