import type {Element, Root} from 'hast'
import {readJson} from './linked-json.ts'
import {attribute, elements, textBelow} from './parse.ts'

/** A value that the page states outside of its printed text, and where. */
export interface Stated {
  readonly value: string
  /** First and one-past-last UTF-16 code unit in the page. */
  readonly start: number
  readonly end: number
  /** True where it is a property of an item of microdata. */
  readonly isProperty?: boolean
  /** What the object that it names says to be: `Person`, `NewsMediaOrganization`. */
  readonly types?: readonly string[]
}

/** An object of a page's JSON-LD and the script it stands in. */
export interface Linked {
  readonly types: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  readonly script: Stated
}

/** What a page says about itself to machines. */
export interface Head {
  /** By name in lower case (`og:title`, `article:published_time`, `dc.date`…), in the order of the page. */
  readonly meta: ReadonlyMap<string, readonly Stated[]>
  readonly title: Stated | null
  readonly language: Stated | null
  readonly canonical: Stated | null
  /** `<link rel=next>`, `<link rel=license>` or `<a rel=license>`. */
  readonly next: Stated | null
  readonly license: Stated | null
  readonly linked: readonly Linked[]
}

/** The span of an element's start tag, where its attributes stand. */
function spanOfTag(element: Element): {start: number; end: number} {
  const start = element.position?.start.offset ?? 0
  const first = element.children[0]?.position?.start.offset
  return {start, end: first ?? element.position?.end.offset ?? start}
}

/** Where an attribute's value stands in the page; the tag where it cannot be told. */
export function statedAttribute(html: string, element: Element, name: string): Stated {
  const value = attribute(element, name)
  const {start, end} = spanOfTag(element)
  const tag = html.slice(start, end)
  const found = new RegExp(
    `\\s${htmlName(name)}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`,
    'iu'
  ).exec(tag)
  const written = found?.[1] ?? found?.[2] ?? found?.[3]
  if (!found || written === undefined) return {value, start, end}
  const quote = found[3] === undefined ? 1 : 0
  const from = start + found.index + found[0].length - quote - written.length
  return {value, start: from, end: from + written.length}
}

/** Names of attributes as they are written, where the tree has others. */
const htmlName = (name: string): string => name.replace(/([A-Z])/gu, '-?$1').toLowerCase()

/** Reads `<meta>`, `<title>`, `<link rel=canonical>`, `<html lang>` and JSON-LD, wherever they stand. */
export function readHead(root: Root, html: string): Head {
  const meta = new Map<string, Stated[]>()
  let title: Stated | null = null
  let language: Stated | null = null
  const links = new Map<string, Stated>()
  const linked: Linked[] = []
  for (const element of elements(root)) {
    const {tagName} = element
    if (tagName === 'meta') addMeta(meta, element, html)
    else if (tagName === 'title') title ??= statedText(element)
    else if (tagName === 'html' && attribute(element, 'lang'))
      language = statedAttribute(html, element, 'lang')
    else if (tagName === 'link' || tagName === 'a') addLink(links, element, html)
    else if (tagName === 'script' && /ld\+json/iu.test(attribute(element, 'type')))
      linked.push(...readLinked(element, html))
  }
  return {
    meta,
    title,
    language,
    canonical: links.get('canonical') ?? null,
    next: links.get('next') ?? null,
    license: links.get('license') ?? null,
    linked
  }
}

/** The first link of a relation; a page's own address and its next page are stated in its head. */
function addLink(links: Map<string, Stated>, element: Element, html: string): void {
  if (element.properties.rel === undefined) return
  if (!attribute(element, 'href')) return
  for (const rel of attribute(element, 'rel').toLowerCase().split(/\s+/u)) {
    const isTold =
      rel === 'license' ||
      (element.tagName === 'link' && (rel === 'canonical' || rel === 'next'))
    if (isTold && !links.has(rel)) links.set(rel, statedAttribute(html, element, 'href'))
  }
}

function addMeta(meta: Map<string, Stated[]>, element: Element, html: string): void {
  if (!attribute(element, 'content').trim()) return
  const isProperty = element.properties.itemProp !== undefined
  const stated = {...statedAttribute(html, element, 'content'), isProperty}
  for (const name of ['name', 'property', 'itemProp', 'httpEquiv']) {
    const key = attribute(element, name).trim().toLowerCase()
    const list = meta.get(key) ?? []
    list.push(stated)
    if (key) meta.set(key, list)
  }
}

/** The text of an element and its span. */
function statedText(element: Element): Stated | null {
  const value = textBelow(element).replace(/\s+/gu, ' ').trim()
  const start = element.children[0]?.position?.start.offset
  const end = element.children.at(-1)?.position?.end.offset
  return value && start !== undefined && end !== undefined ? {value, start, end} : null
}

/** Objects of one script, those in `@graph` and in lists included. What is no JSON is passed over. */
function readLinked(element: Element, html: string): Linked[] {
  const script = statedText(element)
  if (!script) return []
  const found: Linked[] = []
  const open: unknown[] = [readJson(html.slice(script.start, script.end), script.start)]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next.slice(0, 1000).toReversed())
    else if (isObject(next)) {
      const types = [next['@type']].flat().filter((type) => typeof type === 'string')
      found.push({types, data: next, script})
      for (const key of ['mainEntity', 'mainEntityOfPage', '@graph'])
        if (typeof next[key] === 'object' && next[key]) open.push(next[key])
    }
  }
  return found
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Types of schema.org that an article's page gives for itself. */
export const articleType =
  /Article$|^(?:BlogPosting|Report|LiveBlogPosting|Review|CreativeWork|DiscussionForumPosting|SocialMediaPosting|Recipe)$/u

/** The objects of JSON-LD that describe an article, the likeliest first. */
export function articlesOf(head: Head): Linked[] {
  const all = head.linked.filter(({types}) =>
    types.some((type) => articleType.test(type))
  )
  const hasHeadline = all.filter(({data}) => typeof data.headline === 'string')
  return hasHeadline.length > 0 ? hasHeadline : all
}

/** A string of an object, if it has one. */
export function stringAt(data: Readonly<Record<string, unknown>>, key: string): string {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}
