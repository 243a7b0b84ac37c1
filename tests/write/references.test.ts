import {expect, test} from 'vitest'
import {pages} from '../../pipeline/site/index.ts'
import {indexAuthorities} from '../../pipeline/source/authorities.ts'
import {makeEdition} from '../../pipeline/source/edition.ts'
import {outputs} from '../../pipeline/write/index.ts'
import {tablePart} from '../../pipeline/write/rows.ts'
import {unwritten} from '../fuzz/properties.ts'
import {articleOfSource} from '../support/edition.ts'

const page = `<!doctype html><html lang="en"><title>Ships &amp; boats</title>
<meta name="description" content="All   of the&#10;harbour">
<article><h1>Ships &amp; boats</h1>
<p>The ship came into the harbour after two months at sea, and everybody on the quay was there.</p>
<p>She had sailed from Lisbon through two storms and lost a mast, which the crew had mended.</p></article>`

const ignore = (): void => undefined
const edition = {
  ...makeEdition(
    {baseUrl: 'https://press.example/'},
    indexAuthorities({}, unwritten, ignore),
    [],
    ignore
  ),
  date: '2025-01-01T00:00:00Z'
}

test('a headline that its page writes with references stands in every form of the article', () => {
  const article = articleOfSource('press/ships.html', page)
  const made = [...outputs, ...pages].flatMap(
    (output) => output.article?.(article, edition) ?? []
  )
  const of = (name: string): string =>
    String(made.find(({path}) => path.endsWith(`/${name}`))?.bytes)
  const {id} = article
  expect(of('article.txt').startsWith('Ships & boats\n')).toBe(true)
  expect(of('article.tei.xml')).toMatch(/<head type="main"[^>]*>Ships &amp; boats</u)
  expect(of('proof/index.html')).toMatch(/k-fact[^>]*>Ships &amp; boats</u)
  const {rows} = tablePart({id, path: '', article, messages: []}, edition)
  expect(rows.paragraphs).toContainEqual(
    expect.objectContaining({kind: 'headline', text: 'Ships & boats'})
  )
})
