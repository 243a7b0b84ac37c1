import {articlesOf, type Head, isObject, type Linked, type Stated} from './head.ts'
import {type Place, placeIn} from './linked-json.ts'
import {runsOf} from './runs.ts'

/** Keys of an object that name it. */
const naming = ['name', 'url'] as const
/** Keys of an object that say where it is. */
const placing = ['url', 'contentUrl', '@id'] as const

/** Values of an article's JSON-LD at a key, through lists and names, each where it stands. */
export const linkedValues = (head: Head, key: string): Stated[] =>
  articlesOf(head).flatMap((linked) => namesAt(head, linked, key))

/** The same of the first article that has the key. */
export function firstLinked(head: Head, key: string): Stated[] {
  for (const linked of articlesOf(head)) {
    const names = namesAt(head, linked, key)
    if (names.length > 0) return names
  }
  return []
}

/** Addresses of what an article has at a key: its images, its page. */
export const linkedAddresses = (head: Head, key: string): Stated[] =>
  articlesOf(head).flatMap((linked) =>
    itemsAt(linked.data, key).flatMap((item) => told(head, linked, item, placing))
  )

/** What is told of an article's images at the first of some keys that an image has. */
export const toldOfImages = (head: Head, keys: readonly string[]): Stated[] =>
  articlesOf(head).flatMap((linked) =>
    itemsAt(linked.data, 'image')
      .filter(({value}) => isObject(value))
      .flatMap((item) => told(head, linked, item, keys))
  )

const namesAt = (head: Head, linked: Linked, key: string): Stated[] =>
  itemsAt(linked.data, key).flatMap((item) => told(head, linked, item, naming))

interface Item {
  readonly value: unknown
  readonly place: Place | null
}

/** More values than this at one key are no article's. */
const mostItems = 200

/** The values at a key, those of lists one by one. */
function itemsAt(holder: Readonly<Record<string, unknown>>, key: string): Item[] {
  const open: Item[] = [{value: holder[key], place: placeIn(holder, key)}]
  const found: Item[] = []
  for (let n = 0; n < open.length && n < mostItems; n++) {
    const item = open[n]
    const list = item?.value
    if (!Array.isArray(list)) found.push(...(item ? [item] : []))
    else
      for (const [at, value] of list.slice(0, mostItems).entries())
        open.push({value, place: placeIn(list, at)})
  }
  return found
}

/** A value, or what an object says at the first of some keys. */
function told(
  head: Head,
  linked: Linked,
  {value, place}: Item,
  keys: readonly string[]
): Stated[] {
  if (!isObject(value)) return stated(value, place ?? linked.script)
  for (const each of [value, ...namesakes(head, value)]) {
    const key = keys.find((name) => each[name] !== undefined && each[name] !== null)
    const items = key === undefined ? [] : itemsAt(each, key)
    const found = items.flatMap((item) =>
      isObject(item.value)
        ? stated(item.value['@value'], placeIn(item.value, '@value') ?? linked.script)
        : stated(item.value, item.place ?? linked.script)
    )
    if (found.length > 0 && !(key === '@id' && found[0]?.value.startsWith('#')))
      return withTypes(found, [value, ...namesakes(head, value)])
  }
  return []
}

/** Values with what one of the objects that they name says to be. */
function withTypes(
  found: readonly Stated[],
  objects: readonly Readonly<Record<string, unknown>>[]
): Stated[] {
  const types = objects
    .flatMap((object) => [object['@type']].flat())
    .filter((type) => typeof type === 'string')
  return found.map((each) => (types.length > 0 ? {...each, types} : each))
}

/** Objects elsewhere in the page with the id that an object refers to. */
function namesakes(
  {linked}: Head,
  object: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>>[] {
  const id = object['@id']
  if (typeof id !== 'string') return []
  return linked.flatMap(({data}) => (data['@id'] === id && data !== object ? [data] : []))
}

function stated(value: unknown, {start, end}: Place): Stated[] {
  const isScalar =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  const text = isScalar ? decoded(String(value)).trim() : ''
  return text ? [{value: text, start, end}] : []
}

/** JSON-LD holds no markup, yet many a site writes its references into it. */
const decoded = (text: string): string =>
  text.includes('&')
    ? runsOf(text, 0, false)
        .map((run) => run.text)
        .join('')
    : text
