import {createRequire} from 'node:module'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openBrowser} from '../support/browser.ts'
import {buildFixture, onDisk, openTab, serveBelow} from '../support/site.ts'
import {checkPaper} from './paper.ts'
import {checkPictures} from './pictures.ts'
import {checkReading} from './reading.ts'
import {checkSteadiness} from './steady.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Every kind of page, in a direction each; the first half of an edition whose pages are Arabic. */
const pages = {
  ar: [
    'index.html',
    'articles/fund-call/index.html',
    'articles/fund-call/proof/index.html',
    'articles/shomeret-hasfarim/index.html',
    'people/index.html',
    'people/nadia-haddad/index.html',
    'places/cairo/index.html',
    'collections/index.html',
    'collections/an-nahr/index.html',
    'data/index.html',
    'about/index.html',
    'report/index.html',
    '404.html'
  ],
  en: [
    'index.html',
    'articles/librarian-interview/index.html',
    'articles/librarian-interview/proof/index.html',
    'articles/paper-debate/index.html',
    'people/nadia-haddad/index.html',
    'data/index.html',
    'about/index.html',
    'report/index.html'
  ]
} as const

const built: Record<string, string> = {}
let browser: Browser
const folderOf = (tag: string): string => built[tag] ?? ''

beforeAll(async () => {
  built.ar = await buildFixture()
  built.en = await buildFixture('interface: en\n')
  browser = await openBrowser()
})
afterAll(() => browser.close())

const kinds = Object.entries(pages).flatMap(([tag, paths]) =>
  paths.map((path) => [tag, path] as const)
)

describe.each(kinds)('in %s, %s', (tag, path) => {
  test('has no barrier and is not cut off, at any width, by day and by night', async () => {
    const {page, close} = await openTab(browser, onDisk(folderOf(tag), path), {
      bypassCSP: true
    })
    await page.addScriptTag({path: axe})
    for (const width of [320, 375, 768, 1280]) {
      await page.setViewportSize({width, height: 900})
      await page.emulateMedia({colorScheme: 'light'})
      expect([width, 'light', await barriers(page)]).toEqual([width, 'light', []])
      expect([width, await overflow(page)]).toEqual([width, 0])
      await page.emulateMedia({colorScheme: 'dark'})
      // Nothing but colours differs by night.
      const dark = await barriers(page, "{runOnly: ['color-contrast']}")
      expect([width, 'dark', dark]).toEqual([width, 'dark', []])
    }
    await close()
  })

  test('keeps its policy on a disk: no word on the console, nothing from elsewhere', async () => {
    const {complaints, requests, close} = await openTab(
      browser,
      onDisk(folderOf(tag), path)
    )
    expect(complaints).toEqual([])
    expect(requests.filter((url) => !/^(?:file|data):/u.test(url))).toEqual([])
    await close()
  })
})

test('an edition works below any path of a server', async () => {
  const {address, close: stop} = await serveBelow(folderOf('ar'), '/a/b/')
  for (const path of [
    'index.html',
    'articles/fund-call/index.html',
    'places/cairo/index.html'
  ]) {
    const {page, complaints, requests, close} = await openTab(browser, address + path)
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    expect([path, complaints]).toEqual([path, []])
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([])
    await close()
  }
  stop()
})

checkSteadiness({browser: () => browser, folderOf})
checkPaper({browser: () => browser, folderOf})
checkReading({browser: () => browser, folderOf})
checkPictures({browser: () => browser, folderOf})

/** What stands in the way of somebody, and the first place where it does. @see axe-core */
const barriers = async (page: Page, options = '{}'): Promise<unknown> =>
  page.evaluate(
    `axe.run(document, ${options}).then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes[0].html))`
  )

const overflow = async (page: Page): Promise<number> =>
  Number(
    await page.evaluate(
      'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)'
    )
  )
