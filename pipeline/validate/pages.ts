import type {Element} from 'hast'
import type {Report} from '../diagnostics/report.ts'
import {badPage, deadLink} from '../diagnostics/validate-rules.ts'
import type {EditionFiles, EditionGate} from './edition-gate.ts'
import {attribute, elements, parsePage, textOf} from './html.ts'

/** Files that are written when the checks are done. */
const writtenLater = ['report/index.html', 'report/report.json', 'sha256sums.txt']

/**
 * Every page: one heading of the first level, ids that are unique, no inline code or style, and links
 * that lead to a file of the edition and to an anchor that is there.
 */
export const pageGate: EditionGate = {
  name: 'pages',
  check: ({writer, report}) => checkPages(writer, report)
}

function checkPages(writer: EditionFiles['writer'], report: Report): void {
  const files = new Set([...writer.written().map(({path}) => path), ...writtenLater])
  const anchors = anchorsOf(writer)
  for (const page of files) {
    if (!page.endsWith('.html') || writtenLater.includes(page)) continue
    const all = [...elements(parsePage(writer.read(page)))]
    for (const problem of faultsOf(all)) report(badPage, {problem, page})
    const ids = new Set(idsOf(all))
    const isThere = ([target, fragment]: [string, string | undefined]): boolean =>
      files.has(target) &&
      (!fragment || (target === page ? ids : anchors(target)).has(fragment))
    for (const link of linksOf(all))
      if (!isThere(resolveLink(link, page))) report(deadLink, {link, page})
  }
}

const idsOf = (all: readonly Element[]): string[] =>
  all.flatMap((element) => attribute(element, 'id') ?? [])

/** The ids of another page; only the last one read is kept. */
function anchorsOf(writer: EditionFiles['writer']): (path: string) => Set<string> {
  let last: {path: string; ids: Set<string>} | null = null
  return (path) => {
    if (last?.path !== path) {
      const ids = path.endsWith('.html')
        ? idsOf([...elements(parsePage(writer.read(path)))])
        : []
      last = {path, ids: new Set(ids)}
    }
    return last.ids
  }
}

/** Addresses on the page that stay within the edition. */
const linksOf = (all: readonly Element[]): string[] =>
  all
    .flatMap((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? [])
    .filter((link) => !/^[a-z][a-z0-9+.-]*:/iu.test(link))

function resolveLink(link: string, page: string): [string, string | undefined] {
  const {pathname, hash} = new URL(link, `http://edition.invalid/${page}`)
  const path = decodeURIComponent(pathname.slice(1))
  return [path, hash ? decodeURIComponent(hash.slice(1)) : undefined]
}

function faultsOf(all: readonly Element[]): string[] {
  const faults: string[] = []
  const headings = all.filter(({tagName}) => tagName === 'h1').length
  if (headings !== 1) faults.push(`${headings} headings of the first level`)
  if (!textOf(all.find(({tagName}) => tagName === 'title') ?? emptyNode).trim())
    faults.push('an empty title')
  const seen = new Set<string>()
  for (const id of idsOf(all)) {
    if (seen.has(id)) faults.push(`a second \`id="${id}"\``)
    seen.add(id)
  }
  return [...faults, ...all.flatMap(inlineCode)]
}

const emptyNode = {type: 'text', value: ''} as const

/** What the policy of the page forbids. */
function inlineCode({tagName, properties}: Element): string[] {
  const faults: string[] = []
  if (tagName === 'style' || properties.style !== undefined) faults.push('inline style')
  const isScript = tagName === 'script' && properties.type !== 'application/ld+json'
  if (isScript && properties.src === undefined) faults.push('an inline script')
  for (const name of Object.keys(properties))
    if (/^on[A-Z]/u.test(name)) faults.push(`an inline handler \`${name}\``)
  return faults
}
