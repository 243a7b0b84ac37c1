import type {Hint, Part} from '../source/reading.ts'
import {type Anchor, findAnchors} from './anchors.ts'
import {type Caption, findCaptions} from './captions.ts'
import {hintOf} from './hints.ts'
import {findImages, type Image} from './images.ts'
import {attribute} from './parse.ts'
import {findParts} from './parts.ts'
import {surroundingsOf} from './surroundings.ts'
import type {ExtractedPage} from './types.ts'

/** An image of the article with what is printed for it. */
export interface CaptionedImage extends Image {
  readonly captions: readonly Caption[]
}

/** What a page marks up around the lines of its article. */
export interface Structure {
  readonly images: readonly CaptionedImage[]
  readonly anchors: readonly Anchor[]
  /** Lines that are printed for an image; they are no part of the running text. */
  readonly captioned: ReadonlySet<number>
  /** By line, of the article's alone. */
  readonly parts: ReadonlyMap<number, readonly Part[]>
  readonly notes: ReadonlySet<number>
  readonly hints: ReadonlyMap<number, Hint>
}

/** Reads lists, tables, quotations, images, links and hints out of the markup of a page. */
export function readStructure(page: ExtractedPage): Structure {
  const at = surroundingsOf(page)
  const base = baseOf(page, at.parents.keys())
  const claimed = page.facts.flatMap(({printed, fact}) =>
    printed && fact.basis === 'stated' ? [printed.line] : []
  )
  const images = findImages(at, base)
  const captions = findCaptions(images, at, new Set(claimed))
  const pictured = images
    .map((image, n) => ({...image, captions: captions[n] ?? []}))
    .filter((image) => image.url !== null || image.captions.length > 0)
  const captioned = new Set(
    pictured.flatMap((image) => image.captions.map(({line}) => line))
  )
  const parts = findParts(
    at,
    pictured.map(({element}) => element),
    base
  )
  const own = page.lines.flatMap((line, n) =>
    page.reasons[n] === null && !captioned.has(n) ? [[n, line] as const] : []
  )
  return {
    images: pictured,
    anchors: findAnchors(at, base),
    captioned,
    parts: new Map(own.map(([n, line]) => [n, parts.of(line)])),
    notes: new Set(own.flatMap(([n, line]) => (parts.isNote(line) ? [n] : []))),
    hints: new Map(
      own.flatMap(([n, line]) => {
        const hint = hintOf(line)
        return hint ? [[n, hint] as const] : []
      })
    )
  }
}

/**
 * The address that relative ones count from: the page's base, else where it was saved from, as a browser does, else
 * the address that it states of itself; null where nobody says any.
 * @see https://html.spec.whatwg.org/multipage/urls-and-fetching.html#document-base-url
 */
function baseOf(
  page: ExtractedPage,
  elements: Iterable<Parameters<typeof attribute>[0]>
): string | null {
  const stated = page.facts.find(
    ({field, fact}) => field === 'url' && fact.basis === 'stated'
  )?.fact.value
  const own =
    [page.address, stated]
      .flatMap((url) => (typeof url === 'string' ? [url] : []))
      .find((url) => /^https?:/iu.test(url) && URL.canParse(url)) ?? null
  for (const element of elements) {
    if (element.tagName !== 'base') continue
    const written = attribute(element, 'href')
    try {
      if (written) return new URL(written, own ?? undefined).href
    } catch {
      return own
    }
  }
  return own
}
