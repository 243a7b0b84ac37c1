import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {isTextBlock, type Node} from '../../pipeline/tree/guards.ts'
import {plainText} from '../../pipeline/tree/text.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {dialogues, turns, walk} from '../../pipeline/tree/walk.ts'
import {treeOfMarked} from './marked-page.ts'

const cases = new URL('../cases/', import.meta.url)

function articleOf(name: string): Article {
  const html = readFileSync(new URL(`${name}/input.html`, cases), 'utf8')
  const {article, messages} = treeOfMarked(html)
  expect(messages.filter(({severity}) => severity === 'error')).toEqual([])
  return article
}

/** The blocks of a tree, one a line, as deep as they stand. */
function* outline(node: Node, indent = ''): Generator<string> {
  const traits = [
    'role' in node && node.role,
    'ordered' in node && node.ordered && 'ordered',
    'term' in node && node.term && 'term',
    'header' in node && node.header && 'header',
    'columns' in node && `${node.columns} columns`,
    'url' in node && node.url,
    'alt' in node && `“${node.alt}”`
  ].filter(Boolean)
  const isText = isTextBlock(node)
  const text = isText ? `: ${plainText(node.children)}` : ''
  yield `${indent}${[node.type, ...traits].join(' ')}${text}`
  if (!isText && 'children' in node)
    for (const child of node.children) yield* outline(child, `${indent}  `)
}

const withOutline = readdirSync(cases).filter((name) =>
  readdirSync(new URL(name, cases)).includes('expected.txt')
)

test.each(withOutline)('%s', (name) => {
  const expected = readFileSync(new URL(`${name}/expected.txt`, cases), 'utf8')
  expect([...outline(articleOf(name))].slice(1).join('\n')).toBe(expected.trimEnd())
})

test('links keep where they lead, those that would run code lose it', () => {
  const article = articleOf('lists-tables-and-images-keep-their-structure')
  const links = [...walk(article)].flatMap((node) =>
    node.type === 'link' ? [[plainText(node.children), node.url ?? node.target]] : []
  )
  const note = [...walk(article)].find(
    (node) => node.type === 'paragraph' && node.role === 'note'
  )
  expect(links).toEqual([
    ['council of the town', 'https://quay.example/town/council'],
    ['1', note && 'id' in note ? note.id : 'a note']
  ])
})

/** Who speaks in a page, turn by turn. */
const labels = (name: string): (string | undefined)[] =>
  turns(articleOf(name)).map((turn) => turn.label?.value)

test('names in bold, without a colon, are speakers', () => {
  const [paper, anna, jens] = ['Redaktion', 'Anna Lind', 'Jens Petersen']
  expect(labels('bold-names-without-a-colon-are-speakers')).toEqual([
    ...[paper, anna, paper, jens, paper, anna, paper, jens]
  ])
})

test('terms of a list of definitions are speakers, where they recur and ask', () => {
  const [paper, claire] = ['Le Quai', 'Claire Morel']
  expect(labels('terms-of-a-list-are-speakers')).toEqual([
    ...[paper, claire, paper, claire, paper, claire]
  ])
})

test('names in the first of two columns are speakers', () => {
  const [rosa, luis] = ['Rosa Vidal', 'Luis Prado']
  expect(labels('names-in-the-first-column-are-speakers')).toEqual([
    ...[rosa, luis, rosa, luis, rosa, luis]
  ])
})

test('names in a column behind that of times are speakers; a time is no speech', () => {
  const name = 'names-in-the-second-column-stand-behind-times'
  const [ana, jon] = ['Ana Brandt', 'Jon Holm']
  expect(labels(name)).toEqual([ana, jon, ana, jon, ana, jon])
  const said = turns(articleOf(name)).flatMap((turn) =>
    turn.children.flatMap((child) => (child.type === 'utterance' ? child.children : []))
  )
  expect(said.filter(({type}) => type === 'stage')).toHaveLength(5)
  expect(said.filter((part) => part.type === 'text' && /\d:/u.test(part.value))).toEqual(
    []
  )
})

test.each([
  ['headings-ask-and-paragraphs-answer', 8],
  ['lines-named-question-and-answer', 8]
])('%s', (name, count) => {
  const article = articleOf(name)
  expect(turns(article)).toHaveLength(count)
  expect(dialogues(article)[0]?.kind).toBe('interview')
})

/** Who speaks in three exchanges of Anna and Tom, each marked up by a function. */
const speakersIn = (turn: (name: string, text: string) => string): unknown[] => {
  const lines = [
    ['Tom Barrow', 'How long were you at sea without the main mast?'],
    [
      'Anna Lind',
      'Nineteen days. We had a spare boom, and the carpenter made a mast of it.'
    ],
    ['Tom Barrow', 'Did you ever think of turning back to Lisbon?'],
    [
      'Anna Lind',
      'Once, in the second storm. But the wind was going home, and so were we.'
    ],
    ['Tom Barrow', 'What will you do now?'],
    ['Anna Lind', 'Sleep. And then I will buy a proper mast.']
  ] as const
  const body = lines.map(([name, text]) => turn(name, text)).join('')
  const intro =
    '<p>Anna Lind was the mate of the Nawara. She spoke to Tom Barrow on the quay.</p>'
  return turns(treeOfMarked(page(intro + body)).article).map(({label}) => label?.value)
}
const both = ['Tom Barrow', 'Anna Lind']

test.each<[string, (name: string, text: string) => string]>([
  ['<b> and a colon', (name, text) => `<p><b>${name}:</b> ${text}</p>`],
  ['<strong> alone', (name, text) => `<p><strong>${name}</strong> ${text}</p>`],
  ['<strong> on a line', (name, text) => `<p><strong>${name}</strong><br>${text}</p>`],
  ['a line of its own in bold', (name, text) => `<p><b>${name}</b></p><p>${text}</p>`],
  [
    'class="speaker"',
    (name, text) => `<p><span class="speaker">${name}</span> ${text}</p>`
  ],
  ['dt and dd', (name, text) => `<dl><dt>${name}</dt><dd>${text}</dd></dl>`],
  ['dt and dd without their list', (name, text) => `<dt>${name}</dt><dd>${text}</dd>`],
  [
    'class="question" and "answer" with names',
    (name, text) =>
      `<p class="${name === 'Tom Barrow' ? 'question' : 'answer'}">${name}: ${text}</p>`
  ],
  ['headings', (name, text) => `<h3>${name}</h3><p>${text}</p>`],
  [
    'rows of a table',
    (name, text) => `<table><tr><td>${name}</td><td>${text}</td></tr></table>`
  ]
])('who speaks is told by %s', (_, turn) => {
  expect(speakersIn(turn)).toEqual([...both, ...both, ...both])
})

test.each<[string, (question: string, answer: string) => string]>([
  [
    'class="question" and "answer"',
    (q, a) => `<p class="question">${q}</p><p class="answer">${a}</p>`
  ],
  ['h3', (q, a) => `<h3>${q}</h3><p>${a}</p>`],
  ['strong', (q, a) => `<p><strong>${q}</strong></p><p>${a}</p>`]
])('questions without names, told by %s: who asks is not who answers', (_, pair) => {
  const pairs = [
    ['How was the sea?', 'Rough, and cold, and we were glad of every hour of sleep.'],
    ['And the mast?', 'It broke in the first storm, and we mended it in the second.'],
    ['What is next?', 'Sleep. Then a proper mast, and then the sea again.'],
    ['Will you miss her?', 'Every day, as one misses a friend who snores.']
  ] as const
  const body = pairs.map(([q, a]) => pair(q, a)).join('')
  const {article} = treeOfMarked(page(`<p>A talk on the quay.</p>${body}`))
  const said = turns(article).map((turn) =>
    plainText(
      turn.children.flatMap((child) =>
        'children' in child && child.type === 'utterance' ? child.children : []
      )
    )
  )
  expect(said).toEqual(pairs.flat())
  expect(turns(article).map(({label}) => label)).toEqual(Array(8).fill(null))
})

test.each([
  'bold-words-that-open-paragraphs-are-no-speakers',
  'common-questions-are-no-interview',
  'a-list-of-definitions-is-no-dialogue'
])('%s', (name) => {
  expect(dialogues(articleOf(name))).toEqual([])
})

const page = (body: string): string =>
  `<!doctype html><title>The quay</title><article><h1>The quay</h1>${body}</article>`

const typesIn = (body: string): string[] =>
  [...walk(treeOfMarked(page(body)).article)].map(({type}) => type)

test('a table that lays out a page leaves no trace, nor does one in another', () => {
  const prose = 'The quay was raised by half a metre, and nobody saw it. '.repeat(20)
  expect(typesIn(`<table><tr><td>Menu</td><td>${prose}</td></tr></table>`)).not.toContain(
    'table'
  )
  expect(
    typesIn('<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>')
  ).not.toContain('table')
  const nested =
    '<table><tr><td>x<td><table><tr><th>a<th>b<tr><td>1<td>2</table><tr><td>y<td>z</table>'
  expect(typesIn(nested).filter((type) => type === 'table')).toHaveLength(1)
})

test('lists and tables that are nested thousands deep are read, to a depth', () => {
  const deep = (tag: string, inner: string): string =>
    `${`<${tag}><li>`.repeat(3000)}${inner}${`</${tag}>`.repeat(3000)}`
  const types = typesIn(deep('ul', 'The quay was raised.'))
  expect(types.filter((type) => type === 'list').length).toBeLessThanOrEqual(5)
  expect(typesIn(`${'<table><tr><td>'.repeat(3000)}The quay.`)).toContain('text')
})

test.each([
  '<script>document.write(new Date())</script>',
  '<svg><title>Lock</title></svg>',
  '<noscript>Switch scripts on</noscript>'
])('what is set aside is what the page shows around %s', (unseen) => {
  const html = `${page('<p>The quay was raised.</p>')}<footer>© ${unseen} The Quay</footer>`
  const {article, messages} = treeOfMarked(html)
  expect(messages.filter(({severity}) => severity === 'error')).toEqual([])
  expect(article.source.setAside.map(({value}) => value)).toContain('© The Quay')
})

test.each([
  ['a lazy image', '<img src="data:image/gif;base64,AA" data-src="/a.jpg">', '/a.jpg'],
  ['the largest of a set', '<img srcset="/s.jpg 400w, /l.jpg 1200w">', '/l.jpg'],
  [
    'an image without a script',
    '<img class=lazy src="data:,x"><noscript><img src="/n.jpg"></noscript>',
    '/n.jpg'
  ],
  [
    'a relative address with a colon',
    '<img src="%20https://a.example/b.jpg">',
    '%20https%3A//a.example/b.jpg'
  ],
  ['spaces in an address', '<img src=" /a b.jpg ">', '/a%20b.jpg']
])('%s has an address, as the page writes it', (_, image, url) => {
  const text = '<p>The quay was raised by half a metre.</p>'
  const {article} = treeOfMarked(page(`${text}<figure>${image}</figure>${text}`))
  const figures = [...walk(article)].filter((node) => node.type === 'figure')
  expect(figures.map((node) => node.url)).toEqual([url])
})

test.each([
  ['that only carries data', '<img src="data:image/png;base64,AAAA">'],
  ['that counts visits', '<img src="/pixel.gif" width=1 height=1>'],
  ['of an author', '<div class=author-box><img src=/anna.jpg></div>'],
  [
    'that leads to another page',
    '<p><a href="/other">Another page<img src=/o.jpg></a></p>'
  ],
  ['without an address', '<figure><img alt="Nothing"></figure>']
])('an image %s is no figure', (_, image) => {
  const text = '<p>The quay was raised by half a metre.</p>'
  expect(typesIn(`${text}${image}${text}`)).not.toContain('figure')
})
