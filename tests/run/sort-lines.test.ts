import {mkdtempSync, readdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createLineSorter} from '../../pipeline/run/sort-lines.ts'

const inCodePoints = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other))

const word = fc.string({unit: fc.constantFrom('a', 'b', 'ب', '\uE000', '𐍈', ' ')})

test('however few lines are held, all come once and by code point, each time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(word, {maxLength: 6}), {maxLength: 40}),
      fc.integer({min: 1, max: 60}),
      (batches, most) => {
        const folder = mkdtempSync(join(tmpdir(), 'warraq-sort-'))
        const sorter = createLineSorter(join(folder, 'run'), most)
        sorter.add('first\n')
        for (const batch of batches) sorter.add(batch.map((line) => `${line}\n`).join(''))
        const lines = new Set(['first\n', ...batches.flat().map((line) => `${line}\n`)])
        const expected = [...lines].sort(inCodePoints)
        for (const pass of [sorter.lines(), sorter.lines()])
          expect([...pass]).toEqual(expected)
        sorter.end()
        expect(readdirSync(folder)).toEqual([])
      }
    ),
    {numRuns: 60}
  )
})
