import {remember} from '../tree/remember.ts'
import {type Html, html} from './html.ts'

/** What a page says of itself where it is shared. */
export interface Social {
  /** The bare headline, without the name of the edition. */
  readonly title: string
  readonly description: string | undefined
  /** Absolute. */
  readonly url: string
  /** BCP 47 */
  readonly language: string
  readonly siteName: string
  readonly type: 'website' | 'article'
  readonly picture?: Picture | undefined
}

/** A picture of a page, of the size that is asked for where pages are shared. */
export interface Picture {
  /** Absolute. */
  readonly url: string
  /** What it shows, in words. */
  readonly alt: string
}

/** In CSS pixels. @see https://ogp.me/#structured */
export const pictureSize = {width: 1200, height: 630} as const

/** Open Graph, and the card of X. @see https://ogp.me/ */
export function socialTags(page: Social): Html {
  const {title, description, url, language, siteName, type, picture} = page
  return html`<meta property="og:title" content="${title}">
<meta property="og:type" content="${type}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${siteName}">
<meta property="og:locale" content="${localeOf(language)}">
${description && html`<meta property="og:description" content="${description}">\n`}${picture && pictureTags(picture)}<meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}">
`
}

const pictureTags = ({
  url,
  alt
}: Picture): Html => html`<meta property="og:image" content="${url}">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="${pictureSize.width}">
<meta property="og:image:height" content="${pictureSize.height}">
<meta property="og:image:alt" content="${alt}">
`

/** `ar`, or `ar_LB` where the tag names the country: none is guessed. Left out, it would mean `en_US`. */
const localeOf = remember((tag) => {
  const {language, region} = new Intl.Locale(tag)
  return region === undefined ? language : `${language}_${region}`
})
