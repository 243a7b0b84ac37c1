import {expect, test} from 'vitest'
import {processArticle} from '../../pipeline/run/article.ts'
import {noAuthorities} from '../../pipeline/source/authorities.ts'
import {makeEdition} from '../../pipeline/source/edition.ts'
import {plainText} from '../../pipeline/tree/text.ts'
import type {Article, CollectionFile} from '../../pipeline/tree/types.ts'
import {textBlocks, walk} from '../../pipeline/tree/walk.ts'
import {formats} from '../../pipeline/write/formats.ts'

const sentence =
  'The ship came into the harbour after two months at sea, and everybody on the quay was there to welcome her.'
const html = `<html lang="en"><title>A ship comes home</title><article><h1>A ship comes home</h1><p>${sentence}</p>
<p>${sentence} <a href="https://harbour.example/mast">The mast was lost</a> in a storm, as the log says.</p>
<figure><img src="https://harbour.example/ship.jpg" alt="A ship"><figcaption>The ship at the quay on Tuesday.</figcaption></figure>
<table><tr><th>day</th><th>miles</th></tr><tr><td>Monday, in fair weather</td><td>120</td></tr><tr><td>Tuesday, in rough weather</td><td>90</td></tr></table>
<p>${sentence}</p><p>${sentence}</p></article></html>`

function articleWith(
  extraction: CollectionFile['extraction'] = {},
  page = html
): Article {
  const {article, messages} = processArticle({
    slug: 'ship',
    path: 'press/ship.html',
    bytes: new TextEncoder().encode(page),
    collection: {id: 'press', extraction},
    sidecar: {},
    authorities: {entities: [], byId: new Map()}
  })
  if (!article) throw new Error(JSON.stringify(messages))
  return article
}

const typesOf = (article: Article): Set<string> =>
  new Set([...walk(article)].map(({type}) => type))
const textOf = (article: Article): string =>
  [...textBlocks(article)].map((block) => plainText(block.children)).join('\n')

test('tables, links and images are kept, or left out one by one and set aside', () => {
  const all = articleWith()
  expect([...typesOf(all)]).toEqual(expect.arrayContaining(['table', 'link', 'figure']))
  const noTables = articleWith({tables: false})
  expect(typesOf(noTables)).not.toContain('table')
  expect(textOf(noTables)).not.toContain('Monday')
  expect(noTables.source.setAside).toContainEqual(
    expect.objectContaining({reason: 'table', value: 'Monday, in fair weather'})
  )
  const noLinks = articleWith({links: false})
  expect(typesOf(noLinks)).not.toContain('link')
  expect(textOf(noLinks)).toBe(textOf(all))
  const noImages = articleWith({images: false})
  expect(typesOf(noImages)).not.toContain('figure')
  expect(noImages.source.setAside).toContainEqual(
    expect.objectContaining({
      reason: 'caption',
      value: 'The ship at the quay on Tuesday.'
    })
  )
})

test('what a sidecar says stands before what the collection says', () => {
  const bytes = new TextEncoder().encode(html)
  const {article} = processArticle({
    slug: 'ship',
    path: 'press/ship.html',
    bytes,
    collection: {id: 'press', extraction: {tables: false, links: false}},
    sidecar: {extraction: {tables: true}},
    authorities: {entities: [], byId: new Map()}
  })
  const types = article ? typesOf(article) : new Set()
  expect([types.has('table'), types.has('link')]).toEqual([true, false])
})

const thread = `<section id="comments" class="comments"><h3>Two comments</h3><ol class="commentlist"><li class="comment"><b>Tom:</b> Did you see her come in?</li><li class="comment"><b>Ida:</b> I did, I stood on the quay all morning.</li><li class="comment"><b>Tom:</b> So did I!</li></ol><form><label>Leave a comment</label></form></section>`

test('comments of readers are set aside, or kept below the article and apart from it', () => {
  const commented = html.replace('</article>', `</article>${thread}`)
  const without = articleWith({}, commented)
  const kept = articleWith({comments: true}, commented)
  const isComment = (node: {type: string; role?: string}): boolean =>
    node.role === 'comment'
  expect([...walk(without)].filter(isComment)).toEqual([])
  expect(without.source.setAside).toContainEqual(
    expect.objectContaining({reason: 'comments', value: 'Two comments'})
  )
  const comments = kept.children.filter(isComment)
  expect(kept.children.slice(-4)).toEqual(comments)
  expect(
    comments
      .flatMap((node) => [...textBlocks(node)])
      .map((block) => plainText(block.children))
  ).toEqual([
    'Two comments',
    'Tom: Did you see her come in?',
    'Ida: I did, I stood on the quay all morning.',
    'Tom: So did I!'
  ])
  expect(typesOf(kept)).not.toContain('dialogue')
  expect(kept.metadata).toEqual(without.metadata)
  const graph = formats.jsonld.print(
    kept,
    makeEdition({}, noAuthorities, [], () => undefined)
  )
  const [printed, ...nodes]: {'@type': string; text?: string; articleBody?: string}[] =
    JSON.parse(graph)['@graph']
  expect(printed?.articleBody).not.toContain('So did I!')
  expect(nodes).toContainEqual(
    expect.objectContaining({'@type': 'Comment', text: 'Tom: So did I!'})
  )
  expect(
    formats.tei.print(
      kept,
      makeEdition({}, noAuthorities, [], () => undefined)
    )
  ).toMatch(/<p [^>]*rend="comment"[^>]*>(?:<[^>]*>)*Tom: So did I!/u)
})
