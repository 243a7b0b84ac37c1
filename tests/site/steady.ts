import {expect, test} from 'vitest'
import {serveBelow} from '../support/site.ts'
import type {Site} from './reading.ts'

/** Adds up how far a page moves. @see https://wicg.github.io/layout-instability/ */
const watch = `globalThis.moved = 0
new PerformanceObserver((list) => {
  for (const {value} of list.getEntries()) globalThis.moved += value
}).observe({type: 'layout-shift', buffered: true})`

const twoFrames =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))'

/** A font of the system whose place is kept; where it is not installed nothing can be told. */
const systemFont =
  'new FontFace("x", "local(DejaVu Sans)").load().then(() => true, () => false)'

/** Faces that come late move nothing that is read already. */
export function checkSteadiness({browser, folderOf}: Site): void {
  test.for([
    'index.html',
    'articles/fund-call/index.html',
    'articles/granada-exhibition/index.html',
    'articles/librarian-interview/index.html',
    'articles/beseda-s-masterom/index.html',
    'articles/shomeret-hasfarim/index.html',
    'people/nadia-haddad/index.html'
  ])('when its faces come late, %s stays where it is', async (path, {skip}) => {
    const {address, close: stop} = await serveBelow(folderOf('ar'), '/')
    const tab = await browser().newContext({viewport: {width: 412, height: 823}})
    const page = await tab.newPage()
    let release = (): void => undefined
    const held = new Promise<void>((open) => {
      release = open
    })
    let faces = 0
    await page.route('**/*.woff2', async (route) => {
      faces++
      await held
      await route.continue()
    })
    await page.addInitScript(watch)
    await page.goto(address + path, {waitUntil: 'domcontentloaded'})
    await page.evaluate(twoFrames)
    const hasFont = await page.evaluate<boolean>(systemFont)
    release()
    await page.evaluate(`document.fonts.ready.then(() => ${twoFrames})`)
    const moved = await page.evaluate<number>('globalThis.moved')
    await tab.close()
    stop()
    if (!hasFont) skip('DejaVu is not installed')
    expect(faces).toBeGreaterThan(1)
    expect(moved).toBeLessThanOrEqual(0.02)
  })
}
