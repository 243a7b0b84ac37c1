/**
 * Takes pictures of pages in a browser: those that the tests compare (`tests/site/pictures/`) and
 * `docs/images/article.png` for the README; or, with a folder as argument, every page kind of the
 * edition in eight languages at phone, tablet and desktop width, light and dark.
 */
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {openBrowser} from '../tests/support/browser.ts'
import {takePicture, views} from '../tests/support/pictures.ts'
import {buildFixture, onDisk, openTab} from '../tests/support/site.ts'

const root = new URL('../', import.meta.url).pathname
const [folder] = process.argv.slice(2)
const browser = await openBrowser()
const fixture = await buildFixture()

if (folder) {
  await mkdir(folder, {recursive: true})
  const paths = new Set(views.map(({path}) => path.split('#')[0] ?? ''))
  for (const path of [...paths, 'collections/an-nahr/index.html', 'about/index.html', 'report/index.html', '404.html'])
    for (const width of [375, 768, 1280])
      for (const dark of [false, true]) {
        const {page, close} = await openTab(browser, onDisk(fixture, path), {width, dark})
        await page.evaluate('document.fonts.ready.then(() => undefined)')
        const name = path.replace(/\/?index\.html$|\.html$/u, '').replaceAll('/', '-') || 'home'
        const file = join(folder, `${name}-${width}-${dark ? 'dark' : 'light'}.png`)
        await page.screenshot({path: file, fullPage: true})
        await close()
      }
} else {
  const kept = join(root, 'tests/site/pictures')
  await mkdir(kept, {recursive: true})
  for (const view of views)
    await writeFile(join(kept, `${view.name}.png`), await takePicture(browser, fixture, view))
  await mkdir(join(root, 'docs/images'), {recursive: true})
  const seed = {name: 'seed', path: 'articles/witkoff-ushakov-call/index.html', width: 1280}
  const picture = await takePicture(browser, join(root, 'dist'), seed)
  await writeFile(join(root, 'docs/images/article.png'), picture)
}
await browser.close()
