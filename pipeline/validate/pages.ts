import {badPage, deadLink} from '../diagnostics/validate-rules.ts'
import type {EditionFiles, EditionGate} from './edition-gate.ts'
import type {ArticleGate, PageLink} from './gate.ts'
import {attribute, elements, parsePage, textOf} from './html.ts'
import type {Element} from './html-element.ts'

/** Files that are written when the checks are done. */
const writtenLater = ['report/index.html', 'report/report.json', 'sha256sums.txt']

/**
 * The pages of an article: one heading of the first level, ids that are unique, no inline code or style,
 * links within its folder that lead somewhere. Links that leave it are handed on.
 */
export const articlePageGate: ArticleGate = {
  name: 'article-pages',
  check({article, files, report, onLink}) {
    const own = `articles/${article.id}/`
    const pages = [...files].filter(([path]) => path.endsWith('.html'))
    const parsed = new Map(pages.map(([path, text]) => [path, readPage(text)]))
    for (const [page, {all, links}] of parsed) {
      for (const problem of faultsOf(all)) report(badPage, {problem, page})
      for (const link of links) {
        const [target, fragment] = resolveLink(link, page)
        if (!target.startsWith(own)) onLink?.({page, link})
        else if (fragment && !parsed.get(target)?.ids.has(fragment))
          report(deadLink, {link, page})
        else if (!files.has(target)) onLink?.({page, link})
      }
    }
  }
}

/** The other pages, in the same way, and where the links of all lead to. */
export const pageGate: EditionGate = {
  name: 'pages',
  async check({writer, links, isChecked, report}) {
    const written = writer.written()
    const files = new Set([...written.map(({path}) => path), ...writtenLater])
    const isFile = (path: string): boolean =>
      files.has(path) || (writer.has?.(path) ?? false)
    const anchors = anchorsOf(writer)
    const check = ({page, link}: PageLink): void => {
      const [target, fragment] = resolveLink(link, page)
      if (!isFile(target) || (fragment && !anchors(target).has(fragment)))
        report(deadLink, {link, page})
    }
    for (const file of written) {
      const {path: page} = file
      if (!page.endsWith('.html') || isChecked?.(file)) continue
      const {all, ids, links: found} = readPage(writer.read(page))
      for (const problem of faultsOf(all)) report(badPage, {problem, page})
      for (const link of found) {
        const [target, fragment] = resolveLink(link, page)
        if (target !== page) check({page, link})
        else if (fragment && !ids.has(fragment)) report(deadLink, {link, page})
      }
    }
    for await (const link of links ?? []) check(link)
  }
}

interface ReadPage {
  readonly all: readonly Element[]
  readonly ids: ReadonlySet<string>
  readonly links: readonly string[]
}

function readPage(text: string): ReadPage {
  const all = elements(parsePage(text))
  return {all, ids: new Set(idsOf(all)), links: linksOf(all)}
}

const idsOf = (all: readonly Element[]): string[] =>
  all.flatMap((element) => attribute(element, 'id') ?? [])

/** The ids of another page; only the last one read is kept. */
function anchorsOf(
  writer: EditionFiles['writer']
): (path: string) => ReadonlySet<string> {
  let last: {path: string; ids: ReadonlySet<string>} | null = null
  return (path) => {
    if (last?.path !== path) {
      const ids = path.endsWith('.html')
        ? readPage(writer.read(path)).ids
        : new Set<string>()
      last = {path, ids}
    }
    return last.ids
  }
}

/** Addresses on the page that stay within the edition, each once. */
function linksOf(all: readonly Element[]): string[] {
  const links = new Set<string>()
  for (const element of all) {
    const link = attribute(element, 'href') ?? attribute(element, 'src')
    if (link !== undefined) links.add(link)
  }
  return [...links].filter((link) => !/^[a-z][a-z0-9+.-]*:/iu.test(link))
}

/** Steps up, then names without a dot at either end, then an anchor: an address that needs no rules of addresses. */
const plainLink = /^((?:\.\.\/)*)([\w-]+(?:[./][\w-]+)*)(?:#([\w.-]+))?$/

/** The path below `dist/` that a link leads to, and the anchor there. */
function resolveLink(link: string, page: string): [string, string | undefined] {
  if (link.startsWith('#')) return [page, decodeURIComponent(link.slice(1)) || undefined]
  const [, up = '', name = '', anchor] = plainLink.exec(link) ?? []
  if (name !== '')
    return [[...page.split('/').slice(0, -1 - up.length / 3), name].join('/'), anchor]
  const {pathname, hash} = new URL(link, `http://edition.invalid/${page}`)
  const path = decodeURIComponent(pathname.slice(1))
  return [path, hash ? decodeURIComponent(hash.slice(1)) : undefined]
}

function faultsOf(all: readonly Element[]): string[] {
  const faults: string[] = []
  const headings = all.filter(({tagName}) => tagName === 'h1').length
  if (headings !== 1) faults.push(`${headings} headings of the first level`)
  const title = all.find(({tagName}) => tagName === 'title')
  if (!title || !textOf(title).trim()) faults.push('an empty title')
  const seen = new Set<string>()
  for (const id of idsOf(all)) {
    if (seen.has(id)) faults.push(`a second \`id="${id}"\``)
    seen.add(id)
  }
  for (const element of all) if (mayBeCode(element)) faults.push(...inlineCode(element))
  return faults
}

/** Whether there is anything to look at: of most elements there is not. */
function mayBeCode({tagName, attributes}: Element): boolean {
  if (tagName === 'style' || tagName === 'script') return true
  for (let at = 0; at < attributes.length; at += 2) {
    const name = attributes[at]
    if (name === 'style' || name?.startsWith('on')) return true
  }
  return false
}

/** What the policy of the page forbids. */
function inlineCode(element: Element): string[] {
  const faults: string[] = []
  const {tagName, attributes} = element
  const has = (name: string): boolean => attribute(element, name) !== undefined
  if (tagName === 'style' || has('style')) faults.push('inline style')
  const isScript =
    tagName === 'script' && attribute(element, 'type') !== 'application/ld+json'
  if (isScript && !has('src')) faults.push('an inline script')
  for (let at = 0; at < attributes.length; at += 2)
    if (attributes[at]?.startsWith('on'))
      faults.push(`an inline handler \`${attributes[at]}\``)
  return faults
}
