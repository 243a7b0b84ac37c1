import {mkdtempSync, readdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createLineSorter} from '../../pipeline/run/sort-lines.ts'

const inCodePoints = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other))

const word = fc.string({unit: fc.constantFrom('a', 'b', 'ب', '\uE000', '𐍈', ' ')})

test('however few lines are held, all come once and by code point, with those made of their counts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(word, {maxLength: 6}), {maxLength: 40}),
      fc.integer({min: 1, max: 60}),
      (batches, most) => {
        const folder = mkdtempSync(join(tmpdir(), 'warraq-sort-'))
        const sorter = createLineSorter(join(folder, 'run'), most)
        const last = ({lines}: {lines: number}): string[] => [`b ${lines}\n`]
        sorter.add('first\n', last)
        for (const batch of batches)
          sorter.add(batch.map((line) => `${line}\n`).join(''), last)
        const lines = new Set(['first\n', ...batches.flat().map((line) => `${line}\n`)])
        const expected = new Set([...lines, `b ${lines.size}\n`])
        expect([...sorter.pieces()].join('')).toBe(
          [...expected].sort(inCodePoints).join('')
        )
        expect(readdirSync(folder)).toEqual([])
      }
    ),
    {numRuns: 60}
  )
})
