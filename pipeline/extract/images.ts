import type {Element} from 'hast'
import {printable} from '../tree/unprintable.ts'
import {readAddress} from './addresses.ts'
import type {Box} from './page.ts'
import {attribute, textBelow} from './parse.ts'
import {ancestors, isNamed, type Surroundings, spanOf, wordSet} from './surroundings.ts'

/** An image of the article. */
export interface Image {
  readonly element: Element
  /** In the page. */
  readonly start: number
  readonly end: number
  readonly url: string | null
  readonly alt: string
  /** The nearest element around it that is made for an image and its caption. */
  readonly frame: Element | null
}

/** Names of what is no part of an article, though it stands among its paragraphs. */
const foreign = wordSet(
  'related recommended sidebar widget footer nav navbar menu teaser teasers share sharing social author authors avatar byline logo icon icons emoji smiley ad ads advert advertisement promo newsletter comment comments trending popular sponsored signature profile'
)
const outside = wordSet('nav aside footer')
const frames = wordSet('caption figure image photo picture')
const imageFile = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|[?#])/iu
/** What stands for an image until a script has loaded it. */
const placeholder =
  /^data:|placeholder|(?:^|[/_-])(?:blank|spacer|transparent|pixel|1x1|loading|lazy)[._-]/iu
/** Images smaller than this, in pixels, are ornaments. */
const smallest = 48

/** The images between the first and the last line of an article, in the order of the page. */
export function findImages(at: Surroundings, base: string | null): Image[] {
  const {page, parents, first, last} = at
  const from = page.lines[first]?.runs[0]?.start ?? 0
  const to = page.lines[last]?.runs.at(-1)?.end ?? 0
  const found: Image[] = []
  for (const element of parents.keys()) {
    if (element.tagName !== 'img' && element.tagName !== 'amp-img') continue
    const span = spanOf(element)
    if (!span || span.start < from || span.start > to || !isOfArticle(element, at))
      continue
    const url = addressOf(element, at, base)
    const before = found.at(-1)
    const isFallback = parents.get(element)?.tagName === 'noscript'
    if (isFallback && before && isBeside(before.element, element, at)) {
      if (before.url === null && url !== null) found[found.length - 1] = {...before, url}
      continue
    }
    if (url !== null && found.some((each) => each.url === url)) continue
    const alt = printable(attribute(element, 'alt')).replace(/\s+/gu, ' ').trim()
    found.push({element, ...span, url, alt, frame: frameOf(element, at)})
  }
  return found.sort((a, b) => a.start - b.start)
}

function isOfArticle(element: Element, at: Surroundings): boolean {
  const {parents, boxes, scope} = at
  if (isOrnament(element)) return false
  let isFramed = false
  let isJudged = false
  for (const each of ancestors(element, parents)) {
    if (each === scope) return true
    if (outside.has(each.tagName) || isNamed(each, foreign)) return false
    if (each.tagName === 'figure') isFramed = true
    if (!isFramed && leadsAway(each)) return false
    const box = boxes.get(each)
    if (!box || isJudged || box.last <= box.first) continue
    isJudged = true
    if (box.hidden || (!isFramed && isOfOthers(box, at))) return false
  }
  return false
}

/** Pixels that count visits, icons. */
function isOrnament(element: Element): boolean {
  const width = Number.parseInt(attribute(element, 'width'), 10)
  const height = Number.parseInt(attribute(element, 'height'), 10)
  return width < smallest || height < smallest
}

/** True for a link to another page with words beside the image in it. */
const leadsAway = (element: Element): boolean =>
  element.tagName === 'a' &&
  !imageFile.test(attribute(element, 'href')) &&
  textBelow(element).trim() !== ''

/** True where the text nearest to an image is no part of the article and no caption. */
const isOfOthers = ({first, last}: Box, {page: {reasons}}: Surroundings): boolean =>
  reasons.slice(first, last).every((reason) => reason !== null && reason !== 'caption')

/** True where a fallback stands right beside the image it is for. */
function isBeside(image: Element, fallback: Element, {parents}: Surroundings): boolean {
  const holder = parents.get(parents.get(fallback) ?? fallback)
  const parent = parents.get(image)
  return parent === holder || (parent ? parents.get(parent) === holder : false)
}

function frameOf(element: Element, {parents, scope}: Surroundings): Element | null {
  let named: Element | null = null
  for (const each of ancestors(element, parents)) {
    if (each === scope) return named
    if (each.tagName === 'figure') return each
    if (each !== element && isNamed(each, frames)) named = each
  }
  return named
}

/** The address of an image: its own, unless it stands for another until a script runs; then the largest that is named. */
function addressOf(
  element: Element,
  {parents}: Surroundings,
  base: string | null
): string | null {
  const parent = parents.get(element)
  const sources =
    parent?.tagName === 'picture'
      ? parent.children.flatMap((child) =>
          child.type === 'element' && child.tagName === 'source' ? [child] : []
        )
      : []
  const written = [
    attribute(element, 'src'),
    ...['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataUrl'].map((name) =>
      attribute(element, name)
    ),
    ...[element, ...sources].flatMap((each) =>
      ['srcSet', 'dataSrcset', 'dataLazySrcset'].map((name) =>
        largest(attribute(each, name))
      )
    )
  ]
  for (const each of written) {
    if (!each || placeholder.test(each)) continue
    const address = readAddress(each, base)
    if (address !== null && !/^(?:mailto|tel|ftp):/iu.test(address)) return address
  }
  return null
}

/** The candidate with the greatest width or density. @see https://html.spec.whatwg.org/#srcset-attributes */
function largest(srcset: string): string {
  let best = ''
  let most = -1
  for (const candidate of srcset.slice(0, 20_000).split(/,\s+|,(?=https?:|\/)/u)) {
    const [url = '', size = '1x'] = candidate.trim().split(/\s+/u)
    const value = Number.parseFloat(size) || 0
    if (!url || value <= most) continue
    best = url.replace(/,$/u, '')
    most = value
  }
  return best
}
