/** What holds for every page, whatever it is: it is read to the end, its TEI is valid, and nothing is in it that the page has not. */
import {parse} from 'parse5'
import {VFile} from 'vfile'
import {messagesOf, reportTo} from '../pipeline/diagnostics/report.ts'
import {extract, print} from '../pipeline/run/extraction.ts'
import {makeEdition} from '../pipeline/source/edition.ts'
import {noAuthorities} from '../pipeline/source/authorities.ts'
import type {Article} from '../pipeline/tree/types.ts'
import {walk} from '../pipeline/tree/walk.ts'
import {teiGate} from '../pipeline/validate/tei.ts'

/** Longer than this is a hang, in seconds of CPU time. */
const hang = 5

export interface Soundness {
  pages: number
  /** Pages without an article, each with an error that says why. */
  refused: number
  readonly crashed: string[]
  readonly hung: string[]
  tei: number
  /** Trees with links or images. */
  marked: number
  readonly invalid: string[]
  /** Pages in whose tree a word stands that the page has not. */
  readonly foreign: string[]
}

export const noSoundness = (): Soundness => ({pages: 0, refused: 0, crashed: [], hung: [], tei: 0, marked: 0, invalid: [], foreign: []})

/** Reads a page to the end of the chain and adds what became of it. @returns CPU seconds */
export async function judgeWhole(sums: Soundness, id: string, html: string): Promise<number> {
  sums.pages++
  const before = process.cpuUsage()
  const {article, messages} = await extract(html, {slug: 'page', url: 'https://site.example/page'})
  const {user, system} = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  if (seconds > hang) sums.hung.push(`${id} (${seconds.toFixed(1)} s)`)
  const fault = messages.find(({rule}) => rule === 'run/internal-error' || rule.startsWith('validate/'))
  if (fault) sums.crashed.push(`${id} (${fault.rule}: ${fault.message})`)
  else if (!article) sums.refused++
  if (article) await judgeArticle(sums, id, article, html)
  return seconds
}

async function judgeArticle(sums: Soundness, id: string, article: Article, html: string): Promise<void> {
  const tei = print(article, 'tei')
  const file = new VFile({path: 'page'})
  const edition = makeEdition({}, noAuthorities, [], () => undefined)
  await teiGate.check({article, edition: {...edition, date: '2025-01-01'}, files: new Map([['articles/page/article.tei.xml', tei]]), report: reportTo(file)})
  const [first] = messagesOf(file)
  sums.tei++
  if (/<(?:ref|graphic)[ >]/u.test(tei)) sums.marked++
  if (first) sums.invalid.push(`${id} (${first.message})`)
  const words = foreignWords(article, html)
  if (words.length > 0) sums.foreign.push(`${id} (${words.slice(0, 3).join(', ')})`)
}

/** Words of the tree that the page has nowhere: neither in its text, nor in an attribute, nor in data of its scripts. */
function foreignWords(article: Article, html: string): string[] {
  const page = bare(textOf(html))
  const foreign = [...walk(article)]
    .flatMap((node) => (node.type === 'text' ? [node.value] : node.type === 'turn' && node.label ? [node.label.value] : []))
    .filter((text) => !page.includes(bare(text)))
    .flatMap((text) => text.split(/\s+/u))
    .filter((word) => !page.includes(bare(word)))
  if (foreign.length === 0) return []
  const data = bare(unescaped(html))
  return foreign.filter((word) => !data.includes(bare(word)))
}

const bare = (text: string): string => text.replace(/[\s\p{Cf}]+/gu, '')

interface Parsed {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly {readonly value: string}[]
  readonly childNodes?: readonly Parsed[]
  readonly content?: Parsed
}

/** All text of a page, and all values of attributes behind it, as a parser that is not ours in its tree reads them. */
function textOf(html: string): string {
  const parts: string[] = []
  const values: string[] = []
  const queue: Parsed[] = [parse(html)]
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.value !== undefined) parts.push(node.value)
    for (const {value} of node.attrs ?? []) values.push(value)
    queue.push(...[...(node.childNodes ?? []), ...(node.content ? [node.content] : [])].reverse())
  }
  return `${parts.join('')}\n${values.join('\n')}`
}

/** Strings of data, with what is escaped in them, and the text of markup that they hold. */
function unescaped(html: string): string {
  const text = html.replace(/\\(?:u([0-9a-f]{4})|([nrt])|(.))/giu, (_, code: string | undefined, space: string | undefined, char: string | undefined) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : space ? ' ' : (char ?? '')
  )
  return `${text}\n${textOf(text)}\n${text.replace(/<[^>]*>/gu, '')}`
}
