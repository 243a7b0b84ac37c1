import {linkedAddresses, linkedValues, toldOfImages} from './linked.ts'
import {asCandidate, type Candidate, metaValues, type Sought} from './sought.ts'
import type {PageFact} from './types.ts'

/** What may be the facts of a field, the first that holds first. */
interface Statement {
  readonly field: string
  readonly candidates: readonly Candidate[]
  /** How many of them are facts: one, where nothing else is said. */
  readonly most?: number
}

/**
 * What a page says about its article beside headline, authors and days: by JSON-LD, by microdata and RDFa, by `<meta>`
 * of Open Graph, Dublin Core and Highwire, by links.
 */
export const statements = (sought: Sought): Statement[] => [
  {
    field: 'alternativeHeadline',
    candidates: said(sought, 'alternativeHeadline', [
      'dc.title.alternative',
      'dcterms.alternative'
    ])
  },
  {
    field: 'description',
    candidates: said(sought, 'description', [
      'og:description',
      'description',
      'dc.description',
      'dcterms.description',
      'dcterms.abstract',
      'citation_abstract',
      'twitter:description'
    ])
  },
  {
    field: 'section',
    candidates: said(sought, 'articleSection', ['article:section', 'parsely-section'])
  },
  {field: 'keywords', candidates: keywords(sought), most: 30},
  {field: 'license', candidates: licences(sought)},
  {
    field: 'copyrightNotice',
    candidates: said(sought, 'copyrightNotice', [...rightsNames, 'copyright']).filter(
      isWording
    )
  },
  {field: 'url', candidates: addresses(sought).filter(isAddress)},
  {
    field: 'image',
    candidates: [
      ...linkedAddresses(sought.head, 'image').map(asCandidate('extract/json-ld')),
      ...items(sought, ['image', 'image.url', 'image.contenturl']),
      ...metas(sought, ['og:image', 'og:image:url', 'og:image:secure_url']),
      ...metas(sought, ['twitter:image', 'twitter:image:src'])
    ].filter(isAddress)
  },
  {field: 'imageCaption', candidates: ofImage(sought, ['caption'])},
  {field: 'imageCredit', candidates: ofImage(sought, ['creditText', 'copyrightNotice'])},
  {field: 'wordCount', candidates: said(sought, 'wordCount', []).flatMap(counted)},
  {
    field: 'isAccessibleForFree',
    candidates: said(sought, 'isAccessibleForFree', ['article:content_tier']).flatMap(
      answered
    )
  }
]

/** By JSON-LD, then by microdata and RDFa under the same name, then by `<meta>` and Dublin Core in RDFa. */
const said = (sought: Sought, key: string, names: readonly string[]): Candidate[] => [
  ...linkedValues(sought.head, key).map(asCandidate('extract/json-ld')),
  ...items(sought, [key.toLowerCase()]),
  ...metas(sought, names),
  ...items(sought, names)
]

/** Microdata in `<meta>` may be of another item: it is read as such. */
const metas = ({head}: Sought, names: readonly string[]): Candidate[] =>
  metaValues(head, names)
    .filter(({isProperty}) => !isProperty)
    .map(asCandidate('extract/meta'))

const items = (sought: Sought, names: readonly string[]): Candidate[] =>
  names.flatMap((name) => sought.items.get(name) ?? [])

const ofImage = (sought: Sought, keys: readonly string[]): Candidate[] => [
  ...toldOfImages(sought.head, keys).map(asCandidate('extract/json-ld')),
  ...items(
    sought,
    keys.map((key) => `image.${key.toLowerCase()}`)
  )
]

/** The tags of the first vocabulary that has any; a list in one value is parted. */
function keywords(sought: Sought): Candidate[] {
  const names = [
    ['article:tag', 'news_keywords', 'keywords', 'parsely-tags', 'sailthru.tags'],
    ['dc.subject', 'dcterms.subject', 'citation_keywords']
  ].flat()
  const all = [
    linkedValues(sought.head, 'keywords').map(asCandidate('extract/json-ld')),
    items(sought, ['keywords']),
    metas(sought, names),
    items(sought, ['dc.subject'])
  ]
  return (all.find((each) => each.length > 0) ?? []).flatMap(parted)
}

/** The words of a list in one value, each where it stands. */
function parted({value, rule, stated, printed}: Candidate): Candidate[] {
  const words: Candidate[] = []
  let at = 0
  let from = stated?.start ?? 0
  for (const piece of value.split(/[,;،、]/u)) {
    const word = piece.trim()
    const start = at + piece.indexOf(word)
    at += piece.length + 1
    if (word.length < 2 || word.length > 80) continue
    const place = printed && {
      line: printed.line,
      start: printed.start + start,
      end: printed.start + start + word.length
    }
    words.push({
      value: word,
      rule,
      ...(place ? {printed: place} : {}),
      ...(stated ? {stated: {value: word, start: from, end: stated.end}} : {})
    })
    // What comes behind is looked for behind: “storms” may stand in the word before “storm”.
    from += word.length
  }
  return words
}

/** Where an address stands for a licence, words for a notice. */
const rightsNames = ['dc.rights', 'dcterms.rights']

/** Addresses before words, such as “CC BY 4.0”, since no rule says what words stand for. */
function licences(sought: Sought): Candidate[] {
  const named = said(sought, 'license', [
    'dcterms.license',
    'dc.license',
    'dc.rights.license'
  ])
  const all = [
    ...named,
    ...metas(sought, rightsNames),
    ...items(sought, rightsNames),
    ...(sought.head.license ? [asCandidate('extract/link')(sought.head.license)] : [])
  ]
  return [...all.filter(isAddress), ...named.filter(isWording)]
}

const addresses = (sought: Sought): Candidate[] =>
  [
    ...(sought.head.canonical
      ? [asCandidate('extract/address')(sought.head.canonical)]
      : []),
    ...metas(sought, ['og:url']),
    ...said(sought, 'url', ['citation_public_url', 'citation_abstract_html_url']),
    ...linkedAddresses(sought.head, 'mainEntityOfPage').map(
      asCandidate('extract/json-ld')
    ),
    ...items(sought, ['mainentityofpage']),
    ...metas(sought, ['dc.identifier', 'dcterms.identifier'])
  ].map((each) => ({...each, rule: 'extract/address'}))

/** Words, and no address or path. */
const isWording = ({value}: Candidate): boolean =>
  /\p{L}/u.test(value) &&
  value.length <= 500 &&
  !/^\s*(?:[a-z+]+:|[/#.])\S*\s*$/iu.test(value)

const isAddress = ({value}: Candidate): boolean => /^https?:\/\/\S+$/u.test(value)

/** A whole number of words, its thousands parted or not. */
const counted = (candidate: Candidate): Candidate[] =>
  /^\d{1,7}$|^\d{1,3}(?:[,.]\d{3})+$/u.test(candidate.value)
    ? [{...candidate, value: candidate.value.replace(/\D/gu, ''), text: candidate.value}]
    : []

/** Yes and no, by schema.org and by the tiers that pages tell to Facebook. */
function answered(candidate: Candidate): Candidate[] {
  const [, answer] =
    /^(?:https?:\/\/schema\.org\/)?(true|false|yes|no|free|metered|locked|premium)$/iu.exec(
      candidate.value.trim()
    ) ?? []
  if (!answer) return []
  const value = String(/^(?:true|yes|free)$/iu.test(answer))
  return [{...candidate, value, text: candidate.value}]
}

/** A fact with the kind of value that its field has: a number of words, a yes or no. */
export function typed(pageFact: PageFact): PageFact {
  const {field, fact} = pageFact
  const text = fact.text ?? String(fact.value)
  if (field === 'wordCount')
    return {...pageFact, fact: {...fact, value: Number(fact.value), text}}
  if (field === 'isAccessibleForFree')
    return {...pageFact, fact: {...fact, value: fact.value === 'true', text}}
  return pageFact
}
