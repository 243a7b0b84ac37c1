import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {checksums} from '../../pipeline/package/checksums.ts'
import {bareEdition} from '../write/page.ts'

test('sha256sums.txt is what sha256sum checks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'))
  const files = ['data/turns.csv', 'index.html'].map((path) => {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), path)
    const sha256 = createHash('sha256').update(path).digest('hex')
    return {path, sizeBytes: path.length, sha256}
  })
  const [sums] = checksums.describe(files, bareEdition)
  writeFileSync(join(folder, 'sha256sums.txt'), sums?.bytes ?? '')
  const verdict = execFileSync('sha256sum', ['--check', '--strict', 'sha256sums.txt'], {
    cwd: folder,
    encoding: 'utf8'
  })
  rmSync(folder, {recursive: true})
  expect(verdict).toBe('data/turns.csv: OK\nindex.html: OK\n')
})
