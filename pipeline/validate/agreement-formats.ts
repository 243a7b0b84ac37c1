import {readCsv} from './csv-reader.ts'
import {attribute, elements, hasClass, parsePage, textOf} from './html.ts'
import {isList, isObject, parseJson} from './json.ts'
import type {XmlElement} from './xml-event.ts'
import {readXml} from './xml-events.ts'

/** What an article says, as one format has it: values by what they are of, such as `text of turn-001`. */
type Sayings = ReadonlyMap<string, string>

/** One format of an article: what it says, and which sayings it must have. */
interface Format {
  readonly name: string
  readonly sayings: Sayings
  covers(what: string): boolean
}

const everything = (): boolean => true
const isParagraph = (id: string): boolean => /^p-\d+$/u.test(id)
/** Elements of TEI that hold a paragraph of the tree. */
const holders = new Set(['p', 'head', 'label'])
const ofTurns = (what: string): boolean => what.includes('turn-')

/** Every format that was written of an article, read back. */
export async function readFormats(
  slug: string,
  files: ReadonlyMap<string, string>
): Promise<Format[]> {
  const formats: Format[] = []
  const add = (
    name: string,
    read: (text: string) => Map<string, string>,
    covers: Format['covers']
  ): void => {
    const text = files.get(`articles/${slug}/${name}`)
    if (text !== undefined) formats.push({name, sayings: read(text), covers})
  }
  add('index.html', fromPage, (what) => !what.startsWith('datePublished'))
  add('article.jsonld', fromGraph, (what) => !/ of p-/u.test(what))
  add('article.tei.xml', fromTei, (what) => !/ of article$/u.test(what))
  add('article.csv', fromCsv, ofTurns)
  add('article.json', fromJson, everything)
  return formats
}

function fromPage(text: string): Map<string, string> {
  const sayings = new Map<string, string>()
  for (const element of elements(parsePage(text))) {
    const {tagName} = element
    const id = attribute(element, 'id') ?? ''
    if (tagName === 'h1') sayings.set('headline of article', textOf(element))
    if ((tagName === 'p' || tagName === 'pre') && isParagraph(id))
      sayings.set(`text of ${id}`, textOf(element))
    if (tagName === 'script' && attribute(element, 'type') === 'application/ld+json')
      for (const [what, value] of fromEmbed(textOf(element))) sayings.set(what, value)
    if (!hasClass(element, 'turn')) continue
    const paragraphs = elements(element).filter(
      (each) => each.tagName === 'p' && /-u\d+$/u.test(attribute(each, 'id') ?? '')
    )
    sayings.set(`text of ${id}`, paragraphs.map(textOf).join('\n\n'))
    sayings.set(`speaker of ${id}`, attribute(element, 'data-speaker') ?? '')
  }
  return sayings
}

function fromEmbed(text: string): [string, string][] {
  const data = parseJson(text)
  return isObject(data) ? wholeOf(data) : []
}

type JsonRecord = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fromGraph(text: string): Map<string, string> {
  const sayings = new Map<string, string>()
  const data = parseJson(text)
  const graph = (isObject(data) && data['@graph']) || []
  for (const node of isList(graph) ? graph.filter(isObject) : []) {
    const id = String(node['@id'] ?? '').split('#')[1] ?? ''
    if (id === 'article')
      for (const [what, value] of wholeOf(node)) sayings.set(what, value)
    if (!/^turn-\d+$/u.test(id)) continue
    const sender = node.sender && isObject(node.sender) ? String(node.sender['@id']) : ''
    sayings.set(`text of ${id}`, typeof node.text === 'string' ? node.text : '')
    sayings.set(`speaker of ${id}`, sender.split(/[/#]/u).at(-1) ?? '')
  }
  return sayings
}

/** What a node says of the article as a whole. */
const wholeOf = (node: JsonRecord): [string, string][] =>
  ['headline', 'datePublished'].flatMap((field) =>
    typeof node[field] === 'string' ? [[`${field} of article`, node[field]]] : []
  )

/** Where a reader of TEI is. */
interface TeiPlace {
  /** The paragraph whose words are read. */
  paragraph: string
  words: string | null
  turn: {id: string; paragraphs: string[]} | null
}

function fromTei(text: string): Map<string, string> {
  const sayings = new Map<string, string>()
  const place: TeiPlace = {paragraph: '', words: null, turn: null}
  for (const event of readXml(text)) {
    if (event.type === 'open') openTei(event, place, sayings)
    else if (event.type === 'close') closeTei(event.name, place, sayings)
    else if (event.type === 'text' && place.words !== null) place.words += event.text
  }
  return sayings
}

function openTei(
  element: XmlElement,
  place: TeiPlace,
  sayings: Map<string, string>
): void {
  const {name} = element
  const id = givenIn(element, 'xml:id')
  if (name === 'u') {
    place.turn = {id, paragraphs: []}
    const who = givenIn(element, 'who')
    sayings.set(`speaker of ${id}`, who.slice(who.indexOf('.') + 1))
  }
  if (name === 'seg' || isParagraph(id)) {
    place.words = ''
    place.paragraph = id
  }
}

function givenIn({attributes}: XmlElement, name: string): string {
  for (const each of attributes) if (each.name === name) return each.value
  return ''
}

function closeTei(name: string, place: TeiPlace, sayings: Map<string, string>): void {
  const {words, paragraph, turn} = place
  if (name === 'seg') turn?.paragraphs.push(words ?? '')
  if (holders.has(name) && words !== null) sayings.set(`text of ${paragraph}`, words)
  if (name === 'u' && turn)
    sayings.set(`text of ${turn.id}`, turn.paragraphs.join('\n\n'))
  if (name === 'seg' || holders.has(name)) place.words = null
}

function fromCsv(text: string): Map<string, string> {
  const sayings = new Map<string, string>()
  let header: readonly string[] | null = null
  for (const {cells} of readCsv(text)) {
    if (!header) {
      header = cells
      continue
    }
    const cell = (name: string): string => cells[header?.indexOf(name) ?? -1] ?? ''
    const id = cell('turn_id').split('.').at(-1) ?? ''
    sayings.set(`text of ${id}`, cell('text'))
    sayings.set(`speaker of ${id}`, cell('speaker_id').split('.').at(-1) ?? '')
  }
  return sayings
}

function fromJson(text: string): Map<string, string> {
  return new Map(sayingsOfJson(JSON.parse(text)))
}

/** Read without the types of the tree: this is what a stranger sees. */
function* sayingsOfJson(value: unknown): Generator<[string, string]> {
  if (Array.isArray(value)) for (const each of value) yield* sayingsOfJson(each)
  if (!isRecord(value)) return
  const {type, id, children, metadata} = value
  if (type === 'article' && isRecord(metadata)) yield* factsOfJson(metadata)
  if (type === 'paragraph') yield [`text of ${id}`, leafText(value)]
  else yield* sayingsOfJson(children)
  if (type === 'turn' && Array.isArray(children)) {
    const said = children.filter((child) => isRecord(child) && child.type === 'utterance')
    yield [`text of ${id}`, said.map(leafText).join('\n\n')]
    yield [`speaker of ${id}`, typeof value.speaker === 'string' ? value.speaker : '']
  }
}

function* factsOfJson(metadata: JsonRecord): Generator<[string, string]> {
  for (const field of ['headline', 'datePublished']) {
    const facts = metadata[field]
    const first: unknown = Array.isArray(facts) ? facts[0] : undefined
    if (isRecord(first) && typeof first.value === 'string')
      yield [`${field} of article`, first.value]
  }
}

function leafText(value: unknown): string {
  if (!isRecord(value)) return ''
  if (value.type === 'text') return String(value.value)
  return Array.isArray(value.children) ? value.children.map(leafText).join('') : ''
}
