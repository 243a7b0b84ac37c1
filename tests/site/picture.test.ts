import {PNG} from 'pngjs'
import {expect, test} from 'vitest'
import {articlePage} from '../../pipeline/site/article.ts'
import {articlePicture, pictureOf} from '../../pipeline/site/picture.ts'
import type {Article} from '../../pipeline/tree/types.ts'
import {processSeed, processText} from '../support/edition.ts'

type Processed = ReturnType<typeof processSeed>

const seed = processSeed()
const filesOf = ({article, edition}: Pick<Processed, 'article' | 'edition'>) =>
  articlePicture.article?.(article, edition) ?? []

function pixelsOf(processed: Pick<Processed, 'article' | 'edition'>): PNG {
  const [file] = filesOf(processed)
  return PNG.sync.read(Buffer.from(file?.bytes ?? ''))
}

/** How many dark pixels stand in the part of the headline between two columns. */
function inkBetween({width, data}: PNG, from: number, to: number): number {
  let dark = 0
  for (let y = 160; y < 500; y++)
    for (let x = from; x < to; x++) if ((data[(y * width + x) * 4] ?? 255) < 128) dark++
  return dark
}

const withHeadline = (value: string, dir: Article['dir'] = 'ltr'): Processed => {
  const processed = processText('A headline\n\nA paragraph below it, of some length.\n')
  const {article} = processed
  const [fact] = article.metadata.headline ?? []
  if (!fact) throw new Error('the article has no headline')
  return {
    ...processed,
    article: {
      ...article,
      dir,
      metadata: {...article.metadata, headline: [{...fact, value}]}
    }
  }
}

test('the picture of the seed has the size that is asked for, and the same bytes each time', () => {
  expect(filesOf(seed).map(({path}) => path)).toEqual([
    'articles/witkoff-ushakov-call/card.png'
  ])
  const {width, height} = pixelsOf(seed)
  expect([width, height]).toEqual([1200, 630])
  expect(filesOf(seed)).toEqual(filesOf(seed))
})

test('Arabic begins at the right margin, English at the left one, and neither leaves the paper', () => {
  const arabic = pixelsOf(seed)
  const english = pixelsOf(withHeadline('The paper mill'))
  expect(inkBetween(arabic, 1080, 1118)).toBeGreaterThan(0)
  expect(inkBetween(english, 82, 120)).toBeGreaterThan(0)
  expect(inkBetween(english, 900, 1200)).toBe(0)
  for (const picture of [arabic, english]) {
    expect(inkBetween(picture, 0, 78)).toBe(0)
    expect(inkBetween(picture, 1122, 1200)).toBe(0)
  }
})

test('letters are joined: a word of Arabic is narrower than its letters apart', () => {
  const ink = (headline: string): number => {
    const picture = pixelsOf(withHeadline(headline, 'rtl'))
    let left = 1200
    while (left > 0 && inkBetween(picture, left - 300, left) > 0) left -= 20
    return 1200 - left
  }
  expect(ink('مستشفيات')).toBeLessThan(
    ink('م\u200cس\u200cت\u200cش\u200cف\u200cي\u200cا\u200cت')
  )
})

test.each([
  ['markup', '</text><script>alert(1)</script> & "quotes"'],
  ['what XML cannot hold', 'a\u0001b\ufffec \ud800 d'],
  ['no end', 'word '.repeat(20_000)],
  ['one word without end', 'w'.repeat(100_000)]
])('a headline of %s is drawn within its bounds', (_, headline) => {
  const picture = pixelsOf(withHeadline(headline))
  expect(inkBetween(picture, 84, 1116)).toBeGreaterThan(0)
  expect(inkBetween(picture, 1122, 1200)).toBe(0)
})

test('a script that no face has, and an edition that wants none, have no picture and name none', () => {
  const thai = withHeadline('กระดาษ')
  const off: Processed = {...seed, edition: {...seed.edition, pictures: false}}
  for (const {article, edition} of [thai, off]) {
    expect(filesOf({article, edition})).toEqual([])
    expect(pictureOf(article, edition)).toBeUndefined()
    const [page] = articlePage.article?.(article, edition) ?? []
    expect(String(page?.bytes)).not.toContain('og:image')
    expect(String(page?.bytes)).toContain('name="twitter:card" content="summary"')
  }
})
