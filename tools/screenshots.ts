/**
 * Takes pictures of the pages of `dist/` in a browser: `docs/images/article.png` for the README, or,
 * with a folder as argument, every page kind at phone, tablet and desktop width, light and dark.
 */
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {openBrowser} from '../tests/support/browser.ts'

const root = new URL('../', import.meta.url).pathname
const [folder, dist = join(root, 'dist')] = process.argv.slice(2)
const slug = 'witkoff-ushakov-call'
const browser = await openBrowser()

async function take(
  page: string,
  file: string,
  {width, dark = false, whole = true}: {width: number; dark?: boolean; whole?: boolean}
): Promise<void> {
  const context = await browser.newContext({
    viewport: {width, height: whole ? 900 : 1000},
    colorScheme: dark ? 'dark' : 'light',
    deviceScaleFactor: 1
  })
  const tab = await context.newPage()
  const [path = '', fragment] = page.split('#')
  await tab.goto(
    `${pathToFileURL(join(dist, path)).href}${fragment ? `#${fragment}` : ''}`
  )
  await tab.evaluate('document.fonts.ready.then(() => undefined)')
  await tab.screenshot({path: file, fullPage: whole})
  await context.close()
}

if (folder) {
  await mkdir(folder, {recursive: true})
  const kinds = {
    article: `articles/${slug}/index.html`,
    home: 'index.html',
    people: 'people/index.html',
    person: 'people/steve-witkoff/index.html',
    data: 'data/index.html',
    report: 'report/index.html',
    missing: '404.html'
  }
  for (const [name, page] of Object.entries(kinds))
    for (const width of [375, 768, 1280])
      for (const dark of [false, true]) {
        const file = join(folder, `${name}-${width}-${dark ? 'dark' : 'light'}.png`)
        await take(page, file, {width, dark})
      }
} else {
  await mkdir(join(root, 'docs/images'), {recursive: true})
  const file = join(root, 'docs/images/article.png')
  await take(`articles/${slug}/index.html`, file, {width: 1280, whole: false})
}
await browser.close()
