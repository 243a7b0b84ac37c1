/** Pages with known articles, as lines with labels. */
import {createReadStream} from 'node:fs'
import {createInterface} from 'node:readline'
import {createGunzip} from 'node:zlib'
import {maskDeep} from '../pipeline/extract/depth.ts'
import {type Evidence, gatherEvidence} from '../pipeline/extract/evidence.ts'
import {readHead} from '../pipeline/extract/head.ts'
import {readLineText} from '../pipeline/extract/line-texts.ts'
import {printPage} from '../pipeline/extract/lines.ts'
import {parsePage} from '../pipeline/extract/parse.ts'
import {wordsOf} from '../pipeline/extract/text.ts'
import {findHeadline} from '../pipeline/extract/titles.ts'

export interface Truth {
  readonly title?: string
  readonly authors?: readonly string[]
  readonly date_published?: string
  readonly body?: string
  readonly body_with?: readonly string[]
  readonly body_without?: readonly string[]
  readonly comments_with?: readonly string[]
}
export interface PageRecord {
  readonly id: string
  readonly url?: string
  readonly html: string
  readonly truth: Truth
}

export async function* records(path: string): AsyncGenerator<PageRecord> {
  const input = createReadStream(path).pipe(createGunzip())
  for await (const line of createInterface({input})) if (line.trim()) yield JSON.parse(line)
}

/** The site a page is of: what must not be in training and in test at once. */
export function siteOf({url, id}: {url?: string; id: string}): string {
  const host = /^https?:\/\/([^/:]+)/u.exec(url ?? '')?.[1] ?? /^hard::([^-/]+)/u.exec(url ?? '')?.[1]
  return host?.replace(/^www\./u, '').split('.').slice(-2).join('.') ?? id
}

export interface Labelled {
  readonly id: string
  readonly site: string
  readonly set: string
  readonly truth: Truth
  readonly evidence: Evidence
  /** 1 of the article, 0 not of it, -1 not known. */
  readonly labels: Float32Array
  readonly weights: Float32Array
}

export function label(record: PageRecord, set: string): Labelled {
  const html = maskDeep(record.html)
  const root = parsePage(html)
  const head = readHead(root, html)
  const page = printPage(root, html)
  const texts = page.lines.map(readLineText)
  const evidence = gatherEvidence({page, texts, headline: findHeadline(page, texts, head)}, head)
  const labels = record.truth.body ? byBody(evidence, record.truth.body) : bySnippets(evidence, record.truth)
  // Features look at names and lines alone: the trees of a thousand pages would fill the memory.
  const bare = {type: 'element' as const, tagName: 'x', properties: {}, children: []}
  for (const box of page.boxes) Object.assign(box, {element: bare})
  for (const line of page.lines) Object.assign(line, {runs: []})
  const known = evidence.texts.reduce((sum, {words}, n) => sum + (labels[n] === 1 ? words.length : 0), 0)
  const size = Math.max(120, known, wordsOf(record.truth.body ?? '').length)
  const weights = Float32Array.from(evidence.texts, ({words}, n) =>
    labels[n]! < 0 ? 0 : record.truth.body ? Math.min(40, ((words.length + 1) / size) * 100) : 2
  )
  return {id: record.id, site: siteOf(record), set, truth: record.truth, evidence, labels, weights}
}

function byBody({texts}: Evidence, body: string): Float32Array {
  const words = texts.map((each) => each.words)
  const all = wordsOf(body)
  const text = ` ${all.join(' ')} `
  const fours = new Set(all.map((_, n) => all.slice(n, n + 4).join(' ')))
  const labels = Float32Array.from(words, (line) => {
    if (line.length < 5) return -2
    let hits = 0
    for (let n = 0; n + 4 <= line.length; n++) if (fours.has(line.slice(n, n + 4).join(' '))) hits++
    return hits / (line.length - 3) >= 0.5 ? 1 : 0
  })
  const near = (from: number, step: number): string => {
    const parts: string[] = []
    for (let n = from + step, k = 0; k < 3 && parts.length < 3 && words[n]; n += step, k++) {
      const line = words[n]!
      if (labels[n] === 0 && k > 0) break
      if (step > 0) parts.push(...line.slice(0, 3))
      else parts.unshift(...line.slice(-3))
    }
    return (step > 0 ? parts.slice(0, 3) : parts.slice(-3)).join(' ')
  }
  for (let n = 0; n < words.length; n++) {
    if (labels[n] !== -2) continue
    const line = words[n]!.join(' ')
    if (!line) continue
    const before = near(n, -1)
    const behind = near(n, 1)
    const fits = (before && text.includes(` ${before} ${line} `)) || (behind && text.includes(` ${line} ${behind} `))
    labels[n] = fits ? 1 : 0
  }
  for (let n = 0; n < words.length; n++) if (labels[n] === -2) labels[n] = labels[n - 1] ?? 0
  return labels
}

function bySnippets({texts}: Evidence, truth: Truth): Float32Array {
  const lists = [truth.body_without, truth.comments_with, truth.body_with].map((list) =>
    (list ?? []).map((snippet) => ` ${wordsOf(snippet).join(' ')} `).filter((each) => each.trim())
  )
  return Float32Array.from(texts, ({words}) => {
    const text = ` ${words.join(' ')} `
    if (lists[2]!.some((each) => text.includes(each))) return 1
    if (lists[0]!.some((each) => text.includes(each)) || lists[1]!.some((each) => text.includes(each))) return 0
    return -1
  })
}
