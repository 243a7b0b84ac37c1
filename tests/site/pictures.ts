import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import pixelmatch from 'pixelmatch'
import {PNG} from 'pngjs'
import {describe, expect, test} from 'vitest'
import {isBrought} from '../support/browser.ts'
import {takePicture, views} from '../support/pictures.ts'
import type {Site} from './reading.ts'

const folder = fileURLToPath(new URL('pictures/', import.meta.url))
const differences = fileURLToPath(new URL('../../build/pictures/', import.meta.url))

/** Share of the dots of a picture that may differ: anti-aliasing, not a line that moved. */
const tolerance = 0.002

/** Pages look as they did when somebody looked at them last; `make screenshots` takes them anew. */
export function checkPictures({browser, folderOf}: Site): void {
  // Another browser draws other letters.
  describe.runIf(isBrought())('pictures', () => {
    test.each(views)('$name looks as it did', async (view) => {
      const taken = PNG.sync.read(await takePicture(browser(), folderOf('ar'), view))
      const file = join(folder, `${view.name}.png`)
      expect([view.name, existsSync(file)]).toEqual([view.name, true])
      const kept = PNG.sync.read(readFileSync(file))
      const {width, height} = kept
      expect([taken.width, taken.height]).toEqual([width, height])
      const difference = new PNG({width, height})
      const dots = pixelmatch(kept.data, taken.data, difference.data, width, height)
      if (dots > width * height * tolerance) {
        mkdirSync(differences, {recursive: true})
        writeFileSync(join(differences, `${view.name}.png`), PNG.sync.write(difference))
      }
      expect(dots).toBeLessThanOrEqual(width * height * tolerance)
    })
  })
}
