import {rememberOf} from '../tree/remember.ts'
import {around, type Line} from './page.ts'
import {isFor} from './wording.ts'

/** Names of elements by what they hold; the first that fits tells why a line is left out. */
const kinds = [
  ['comments', /^(?:comments?|commentlist|disqus|kommentare?)$/u],
  [
    'newsletter',
    /^(?:newsletter|subscribe|subscription|signup|paywall|donate|donation)$/u
  ],
  [
    'advertisement',
    /^(?:ad|ads|advert|advertisement|advertising|sponsored|promo|banner|adslot|taboola|outbrain)$/u
  ],
  ['cookie-notice', /^(?:cookie|cookies|consent|gdpr)$/u],
  ['share-links', /^(?:share|sharing|social|sharedaddy|addtoany|socials)$/u],
  ['author-box', /^(?:author|authors|byline|bio)$/u],
  [
    'related-articles',
    /^(?:related|recommended|recommendations|more|teaser|teasers|trending|popular|latest|recent)$/u
  ],
  ['caption', /^(?:caption|figcaption|credit|credits)$/u],
  [
    'navigation',
    /^(?:nav|navbar|navigation|menu|breadcrumb|breadcrumbs|pagination|tags|toc)$/u
  ],
  ['page-footer', /^(?:footer|colophon|copyright)$/u],
  ['page-header', /^(?:header|masthead|topbar)$/u],
  ['sidebar', /^(?:sidebar|aside|widget|rail|complementary)$/u]
] as const

const tags = new Map([
  ['nav', 'navigation'],
  ['footer', 'page-footer'],
  ['figcaption', 'caption'],
  ['aside', 'sidebar'],
  ['form', 'form'],
  ['button', 'form'],
  ['header', 'page-header']
])

/** Why a line is no part of the article: by the names of the elements around it, the nearest first, then by what they are, else by its words. @param wordings what these say that it is for */
export function reasonOf(line: Line, wordings: number): string {
  if (line.block.hidden) return 'hidden'
  const boxes = [...around(line.inner)]
  const end = boxes.findIndex(({tag}) => tag === 'body' || tag === 'main')
  const inside = boxes.slice(0, end < 0 ? boxes.length : end)
  for (const {tokens} of inside) {
    const reason = reasonOfNames(tokens)
    if (reason !== null) return reason
  }
  for (const {tag} of inside) {
    const reason = tags.get(tag)
    if (reason) return reason
  }
  if (isFor(wordings, 'newsletter')) return 'newsletter'
  if (isFor(wordings, 'related')) return 'related-articles'
  if (isFor(wordings, 'share')) return 'share-links'
  if (line.linked > line.text.length / 2) return 'navigation'
  return 'page-furniture'
}

/** What an element is for by the words of its names, which it shares with those of its template. */
const reasonOfNames = rememberOf((tokens: readonly string[]): string | null => {
  const kind = kinds.find(([, pattern]) => tokens.some((token) => pattern.test(token)))
  return kind?.[0] ?? null
})
