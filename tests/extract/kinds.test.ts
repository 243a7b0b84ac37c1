import {expect, test} from 'vitest'
import {processSource} from '../support/edition.ts'

const paragraph =
  'The ship came into the harbour after two months at sea, and everybody on the quay was there to welcome her, with the band and the mayor.'

/** What is said of a page, and the text that was taken from it. */
function read(
  head: string,
  body = `<article><h1>A ship comes home</h1><p>${paragraph}</p><p>${paragraph}</p></article>`
) {
  const {article, messages} = processSource(
    'press/ship.html',
    `<!doctype html><html lang="en"><title>A ship comes home</title>${head}<body>${body}`
  )
  return {
    article,
    said: messages
      .filter(({rule}) => rule === 'read/partial-page')
      .map(({message}) => message),
    rules: messages.map(({rule}) => rule)
  }
}

const json = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({headline: 'A ship comes home', ...data})}</script>`

test.each([
  ['behind a paywall', json({'@type': 'NewsArticle', isAccessibleForFree: 'False'})],
  ['behind a paywall', '<meta property="article:content_tier" content="metered">'],
  ['a live blog', json({'@type': 'LiveBlogPosting'})],
  ['a gallery', json({'@type': 'ImageGallery'})],
  [
    'one page of several',
    '<link rel="canonical" href="https://a.example/ship"><link rel="next" href="https://a.example/ship?page=2">'
  ]
])('a page that says to be %s is read, and that is said', (kind, head) => {
  const {article, said} = read(head)
  expect(article?.children).toHaveLength(2)
  expect(said).toEqual([expect.stringContaining(kind)])
})

test('a page that is one whole article says nothing of the kind', () => {
  expect(read('<link rel="next" href="https://a.example/another-ship">').said).toEqual([])
})

const notice = `<p>We and our partners store and read data on your device, such as cookies, to show you advertisements that suit you.</p><p>You can change your consent at any time under privacy settings at the foot of each page.</p><button>Accept all</button>`

test('a notice of consent alone is no article', () => {
  const {article, said, rules} = read(
    '',
    `<div id="consent-wall" class="cookie-consent"><h2>Before you continue</h2>${notice}</div>`
  )
  expect(article).toBe(null)
  expect(said).toEqual([expect.stringContaining('a notice of consent')])
  expect(rules).toContain('read/empty-source')
})

test('an article within an element that is named for consent is one', () => {
  const {article, said} = read(
    '',
    `<div class="consent-given"><article><h1>A ship comes home</h1>${`<p>${paragraph}</p>`.repeat(6)}</article><div class="cookie-banner">${notice}</div></div>`
  )
  expect(article?.children).toHaveLength(6)
  expect(said).toEqual([])
})

test('an article of a few words is read', () => {
  const {article} = read('', '<article><h1>A ship</h1><p>She came home.</p></article>')
  const [block] = article?.children ?? []
  expect(block).toMatchObject({type: 'paragraph', children: [{value: 'She came home.'}]})
})
