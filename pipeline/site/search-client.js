// The search page without this file is an index of names and words; with it, they can be typed.
import {openSearch} from './search-query.ts'
import {showResult} from './search-results.ts'

const form = document.getElementById('search-form')
const list = document.getElementById('search-results')
const status = document.getElementById('search-status')
const more = document.getElementById('search-more')
const people = document.getElementById('search-people')
const words = form.dataset
const step = 10

/** Files of the index are scripts that call this: a page opened from a disk may load nothing else. */
const waiting = new Map()
globalThis.warraqSearch = (name, value) => waiting.get(name)?.resolve(value)
const pathOf = (name) => {
  const [slug, piece] = name.split('/')
  return piece ? `../articles/${slug}/text-${piece}.js` : `${name}.js`
}
function load(name) {
  const known = waiting.get(name)
  if (known) return known.promise
  const entry = {}
  entry.promise = new Promise((resolve, reject) => {
    entry.resolve = resolve
    const script = document.createElement('script')
    script.src = pathOf(name)
    script.onerror = () => {
      waiting.delete(name)
      reject(new Error(name))
    }
    document.head.append(script)
  })
  waiting.set(name, entry)
  return entry.promise
}

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
const fill = (sentence, value) => sentence.replace('{}', value)
const count = (number) => number.toLocaleString('en-US')

function item(result) {
  const address = `../articles/${result.slug}/index.html#${result.anchor}`
  const snippet = result.snippet.map(({text, isMark}) =>
    isMark ? make('mark', {textContent: text}) : text
  )
  // A headline that was found is its own snippet.
  const isHeadline = result.anchor === 'article'
  const where = [result.publisher, result.date].filter(Boolean)
  return make(
    'li',
    {lang: result.language, dir: result.direction},
    make(
      'p',
      {className: 'kicker'},
      ...(result.speaker ? [make('b', {textContent: result.speaker})] : []),
      ...where.map((text) => make('bdi', {textContent: text}))
    ),
    make(
      'h2',
      {},
      make('a', {href: address}, ...(isHeadline ? snippet : [result.title]))
    ),
    ...(isHeadline ? [] : [make('p', {className: 'snippet'}, ...snippet)])
  )
}

let index
let latest = 0
let shown = 0
let found

async function open() {
  const manifest = await load('manifest')
  index ??= {manifest, load, search: openSearch(manifest, load)}
  return index
}

async function showMore(run) {
  const batch = found.documents.slice(shown, shown + step)
  const results = await Promise.all(
    batch.map((document) => showResult(document, found.marks, index))
  )
  if (run !== latest) return
  if (shown === 0) list.replaceChildren()
  shown += batch.length
  list.append(...results.filter(Boolean).map(item))
  more.hidden = shown >= found.documents.length
}

const fields = [...form.querySelectorAll('select')]
const query = form.elements.q

function showPeople() {
  const speakers = found.people.filter(({turns}) => turns > 0)
  people.replaceChildren(
    ...speakers.map(({id, name, turns}) =>
      make('button', {
        type: 'button',
        textContent: `${fill(words.saidBy, name)} (${count(turns)})`,
        onclick: () => {
          if (![...form.elements.person.options].some(({value}) => value === id))
            form.elements.person.append(make('option', {value: id, textContent: name}))
          form.elements.person.value = id
          query.value = ''
          void run()
        }
      })
    )
  )
  people.hidden = speakers.length === 0
}

function keepAddress() {
  const parameters = new URLSearchParams()
  for (const {name, value} of [query, ...fields]) if (value) parameters.set(name, value)
  const text = parameters.toString()
  try {
    history.replaceState(null, '', text ? `?${text}` : location.pathname)
  } catch {
    // A page opened from a disk may not rewrite its address.
  }
}

async function run() {
  const own = ++latest
  const text = query.value.trim()
  const facets = fields.flatMap(({value, dataset}) =>
    value ? [dataset.letter + value] : []
  )
  keepAddress()
  document.getElementById('search-index').hidden = text !== '' || facets.length > 0
  if (text === '' && facets.length === 0) {
    list.replaceChildren()
    status.textContent = ''
    people.hidden = true
    more.hidden = true
    return
  }
  try {
    const {search} = await open()
    const result = await search(query.value, facets)
    if (own !== latest) return
    found = result
    shown = 0
    showPeople()
    await showMore(own)
    if (own !== latest) return
    const number = found.documents.length
    status.textContent =
      number === 0
        ? words.none
        : (found.hasAll ? '' : `${words.some} `) +
          fill(found.isCut ? words.atLeast : words.results, count(number))
  } catch {
    if (own === latest) status.textContent = words.failed
  }
}

let timer
query.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(run, 120)
})
for (const field of fields) field.addEventListener('change', run)
more.addEventListener('click', async () => {
  const next = list.children.length
  await showMore(latest)
  list.children[next]?.querySelector('a')?.focus()
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(timer)
  void run()
})
// Arrows walk through the results, and back into the field; a slash leads there from anywhere.
addEventListener('keydown', (event) => {
  if (
    event.key === '/' &&
    !/^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)
  ) {
    event.preventDefault()
    query.focus()
    return
  }
  const way = {ArrowDown: 1, ArrowUp: -1}[event.key]
  if (!way || document.activeElement.tagName === 'SELECT') return
  const links = [query, ...list.querySelectorAll('a')]
  const at = links.indexOf(document.activeElement)
  const next = links[at + way]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
})

form.hidden = false
for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name]
  if (!field) continue
  if (name === 'person' && ![...field.options].some((each) => each.value === value))
    field.append(make('option', {value, textContent: value}))
  field.value = value
}
if (query.value || fields.some(({value}) => value)) void run()
else query.focus()
