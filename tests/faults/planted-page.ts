import type {Plant} from './planted.ts'

/** As HTML writes words in text and in attributes. */
const written = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** As a script of a page holds data. */
const data = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** A web page with words in each field that a page can state, and in each kind of part that an article can have. */
export function plantedPage(plant: Plant): string {
  const words = (field: string): string => written(plant(`page ${field}`))
  /** Of what stands around an article its page shows the beginning. */
  const furniture = (field: string): string => words(field).replace(/ n\d+n$/u, '')
  // What stands in these strings is read as HTML, as most sites write it.
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: words('headline'),
    alternativeHeadline: words('alternativeHeadline'),
    description: words('description'),
    author: [{'@type': 'Person', name: 'Anna Lind'}],
    publisher: {'@type': 'Organization', name: words('publisher')},
    datePublished: '2024-03-05T18:30:00+02:00',
    articleSection: words('section'),
    keywords: [words('keyword'), words('other keyword')],
    license: 'https://creativecommons.org/licenses/by/4.0/',
    image: {
      '@type': 'ImageObject',
      url: 'https://press.example/ship.jpg',
      caption: words('image caption'),
      creditText: words('image credit')
    }
  }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${words('headline')}</title>
<meta name="author" content="${words('author')}">
<meta property="og:image:alt" content="${words('image alt')}">
<script type="application/ld+json">${data(linked)}</script></head>
<body><nav><a href="/">${furniture('navigation')}</a></nav>
<article><h1>${words('headline')}</h1>
<p>The ship came into the harbour after two months at sea (${words('paragraph')}), and everybody on the quay was there to welcome her.</p>
<h2>The voyage ${words('heading')}</h2>
<p>She had sailed from Lisbon through two storms and lost a mast; <a href="https://press.example/mast" title="${words('title of link')}">the crew ${words('link')}</a> had mended it with what they had on board.</p>
<figure><img src="https://press.example/quay.jpg" alt="${words('alt')}"><figcaption>The ship at the quay ${words('caption')}</figcaption></figure>
<ul><li>A mast of pine ${words('item')}</li><li>Two sails of the old kind</li></ul>
<table><caption>Ships of the year ${words('table caption')}</caption><tr><th>Ship ${words('head of column')}</th><th>Masts</th></tr><tr><td>The brig ${words('cell')}</td><td>2</td></tr></table>
<blockquote cite="https://press.example/poem"><p>We shall build it again for our children, and once more ${words('quoted paragraph')}.</p></blockquote>
<p>“We were cold, and we sang ${words('quotation')},” the skipper said on the quay, before she went home to sleep for the first time in two days.</p>
<pre>north:  ferry and pilots
south:  ships of the island ${words('preformatted')}</pre>
<p>The crew of nine stays in the town until the mast is made new, which takes the yard until the end of the month at least.</p>
</article>
<section class="comments" id="comments"><h2>Comments</h2><div class="comment"><p>What a voyage, I was on the quay that evening and heard them sing ${words('comment')}.</p></div></section>
<footer>${furniture('footer')}</footer></body></html>
`
}
