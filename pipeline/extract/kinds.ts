import {articlesOf, type Head, type Stated} from './head.ts'

/** What makes a page less, or more, than one whole article. */
export type PageKind = 'paywall' | 'live-blog' | 'gallery' | 'part' | 'consent-wall'

/** A kind of page and where the page says so. */
export interface StatedKind {
  readonly kind: PageKind
  readonly stated: Stated
}

/** Types of schema.org that tell a kind. */
const types: readonly [RegExp, PageKind][] = [
  [/^LiveBlogPosting$/u, 'live-blog'],
  [/^(?:ImageGallery|MediaGallery)$/u, 'gallery']
]
/** The next page of the same article: its address with a number behind it. */
const numbered =
  /^(?:[?&](?:page|p|seite|pagina)=\d{1,3}|\/?(?:page\/)?\d{1,3}\/?|[,_-]\d{1,3}(?:\.html?)?)$/u

/** What a page states of its own kind: by JSON-LD, by the tier that it tells to machines, by a link to its next page. */
export function kindsOf(head: Head): StatedKind[] {
  const found: StatedKind[] = []
  const free = articlesOf(head).find(({data}) => isNo(data.isAccessibleForFree))
  const tier = head.meta
    .get('article:content_tier')
    ?.find(({value}) => /^(?:locked|metered|premium)$/iu.test(value.trim()))
  const paywall = free?.script ?? tier
  if (paywall) found.push({kind: 'paywall', stated: paywall})
  for (const [pattern, kind] of types) {
    const linked = head.linked.find((each) =>
      each.types.some((type) => pattern.test(type))
    )
    if (linked) found.push({kind, stated: linked.script})
  }
  const next = head.next && isNextPage(head) ? head.next : null
  if (next) found.push({kind: 'part', stated: next})
  return found
}

const isNo = (value: unknown): boolean =>
  value === false || (typeof value === 'string' && /^(?:false|no)$/iu.test(value.trim()))

function isNextPage({next, canonical, meta}: Head): boolean {
  const own = (canonical ?? meta.get('og:url')?.[0])?.value.replace(/\/$/u, '') ?? ''
  const other = next?.value ?? ''
  return own !== '' && other.startsWith(own) && numbered.test(other.slice(own.length))
}
