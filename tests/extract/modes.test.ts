import {expect, test} from 'vitest'
import {extractPage} from '../../pipeline/extract/index.ts'
import {around} from '../../pipeline/extract/page.ts'
import {attribute} from '../../pipeline/extract/parse.ts'
import {
  defaultExtraction,
  type ExtractionSettings
} from '../../pipeline/source/settings.ts'

/** Pages with doubtful lines; what is of the article is marked by an attribute that nothing reads. */
const pages = [
  `<html lang="en"><title>Five harbours for the winter | Coast</title><body><div class="wrap"><h1>Five harbours for the winter</h1>
<div class="text"><p data-own>Who sails in January needs a harbour with a fire. We asked the crews of nine ships where they would rather wait for spring, and this is what they told us.</p>
<h3 data-own>1. Westermoor</h3><p data-own>Small, and cheap.</p><p data-own>From 12 a night</p>
<h3 data-own>2. Old Quay</h3><p data-own>The best soup on this coast.</p><p data-own>From 20 a night</p>
<p><a href="/boats">Ten boats that are for sale this week</a></p><p><a href="/knots">Knots that hold: a guide</a> for those who begin</p>
<h3 data-own>3. Sandholm</h3><p data-own>Nobody asks what you are there for, and the ferry goes twice a day to the town if you want to be asked.</p>
<p>Do you know a better harbour? Write to us, and win one of three lamps of brass that the makers gave us.</p></div>
<div class="more"><h3>More from Coast</h3><p>A lamp for the mast, and four more presents for people who have everything but light.</p><p>Why the herring came back, and who is happy about it.</p></div></div></body></html>`,
  `<html lang="de"><title>Der Mast</title><body><table><tr><td><a href="/">Start</a><br><a href="/b">Buch</a></td><td><h2>Der Mast</h2>
<p data-own>Gestern kam der Stamm, auf den wir seit drei Wochen gewartet haben, und der Förster hat ihn selbst gebracht.</p>
<p data-own>Länge: 18 m</p><p data-own>Holz: Lärche</p><p data-own>Gewicht: 900 kg</p>
<p data-own>Wer zusehen möchte, ist am Samstag willkommen; es gibt Kaffee, und wer will, darf selbst hobeln.</p>
<p>Bisher gelesen: 412 mal</p><p>Zurück zur Übersicht der Einträge im März</p><p>Haftung für Links übernehmen wir nicht, denn wir haben sie nicht gemacht.</p></td></tr></table></body></html>`,
  `<html lang="en"><title>The catch of the week</title><body><main><h1>The catch of the week</h1>
<p data-own>The nets were heavy on Monday and light on Friday, and between the two lay a storm that nobody had announced.</p>
<ul><li data-own>Herring, four tons</li><li data-own>Cod, less than one</li><li data-own>One boot</li></ul>
<blockquote><p data-own>We do not count boots.</p></blockquote><p data-own>— Mia Ek, harbour master</p>
<p>Photo: the quay on Friday</p><p>Follow the catch on the radio, every day at six in the evening.</p>
<ul><li><a href="/1">The catch of last week</a></li><li><a href="/2">Prices</a></li><li>Tides of the next week, by day</li></ul>
<p data-own>On Saturday the boats stay in.</p></main></body></html>`,
  `<html lang="en"><title>Where the ships are</title><body><header><a href="/">Coast</a></header><div id="content"><h1>Where the ships are</h1>
<p data-own>Every Monday we ask the pilots. Twelve ships are at sea this week, and seven lie in the harbour and wait for wind.</p>
<ul><li data-own><a href="/s/1">Nawara</a>, at the quay</li><li data-own><a href="/s/2">Ondine</a>, in dry dock until May</li><li data-own><a href="/s/3">Sea Wife</a>, at sea</li><li data-own><a href="/s/4">Hope</a>, no news</li></ul>
<aside class="box"><h4 data-own>What is a pilot?</h4><p data-own>Somebody who knows the bottom of the sea by heart.</p><p data-own>There are four on this coast.</p></aside>
<p data-own>The pilots thank Ida for the coffee.</p><p>Ships: <a href="/t/1">all</a> <a href="/t/2">at sea</a></p>
<p>This page is made anew each Monday.</p></div><footer><p>Coast is made by four people and a dog.</p></footer></body></html>`
]

/** Words of the article that are taken, of those that are taken, and of those of the article. */
function figuresOf(favour: ExtractionSettings['favour']) {
  const counts = {right: 0, taken: 0, own: 0}
  for (const html of pages) {
    const {lines, reasons} = extractPage(html, {...defaultExtraction, favour})
    for (const [n, line] of lines.entries()) {
      const size = line.text.split(/\s+/u).length
      const isOwn = [...around(line.block)].some(
        ({element}) => attribute(element, 'dataOwn') || 'dataOwn' in element.properties
      )
      if (isOwn) counts.own += size
      if (reasons[n] === null) counts.taken += size
      if (isOwn && reasons[n] === null) counts.right += size
    }
  }
  const {right, taken, own} = counts
  return {precision: right / taken, recall: right / own, taken}
}

test('--precision takes less that is not of the article, --recall takes more of what is doubtful', () => {
  const [careful, usual, generous] = (['precision', null, 'recall'] as const).map(
    figuresOf
  )
  expect(careful?.precision).toBeGreaterThan(usual?.precision ?? 1)
  expect(careful?.recall).toBeLessThanOrEqual(usual?.recall ?? 0)
  expect(generous?.recall).toBeGreaterThanOrEqual(usual?.recall ?? 1)
  expect(generous?.taken).toBeGreaterThan(usual?.taken ?? 0)
})
