import {readdirSync, readFileSync} from 'node:fs'
import {extname, join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {loadReader, readableEndings} from '../../pipeline/read/index.ts'
import {root} from '../support/documentation.ts'
import {faultOfDeclaration, kinds} from './declarations.ts'
import {mutated} from './mutation.ts'
import {faultOfPacked, packed, packedEndings} from './packed.ts'
import {chainOf, faultOf, faultOfOutputs, surroundings} from './properties.ts'
import {faultOfRecords, recordLine} from './records.ts'

/** The same cases on every machine; `make fuzz` draws others, and many more. */
const seed = 20_251_126

async function faultWithOutputs(bytes: Uint8Array, ending: string, n: number) {
  const around = surroundings[n % surroundings.length]
  if (!around) return 'no surroundings'
  const outcome = chainOf(bytes, ending, around)
  return faultOf(outcome, bytes) ?? (outcome.article && faultOfOutputs(outcome.article))
}

await loadReader('x.md')

/** A Word document is read as the HTML that is made of it, which nobody writes by hand. */
const written = readableEndings.filter((ending) => ending !== 'docx')

describe.each(written)('sources ending in .%s', (ending) => {
  test('whatever is done to one of our files, nothing is lost, invented or broken', async () => {
    for (const [n, bytes] of fc.sample(mutated(ending), {seed, numRuns: 150}).entries()) {
      const around = surroundings[n % surroundings.length] ?? expect.fail()
      const outcome = chainOf(bytes, ending, around)
      expect([n, faultOf(outcome, bytes)]).toEqual([n, null])
    }
  })

  test('what is made of it passes the checks of every output', async () => {
    for (const [n, bytes] of fc.sample(mutated(ending), {seed, numRuns: 12}).entries())
      expect([n, await faultWithOutputs(bytes, ending, n)]).toEqual([n, null])
  })
})

describe.each(packedEndings)('packed files ending in .%s', (ending) => {
  test('whatever is done to one or to what is in it, it is read or named', async () => {
    for (const [n, bytes] of fc.sample(packed(ending), {seed, numRuns: 60}).entries()) {
      const around = surroundings[n % surroundings.length] ?? expect.fail()
      expect([n, await faultOfPacked(bytes, ending, around, n % 30 === 0)]).toEqual([
        n,
        null
      ])
    }
  })
})

test.each(kinds)(
  'whatever stands in a %s file, it is taken or refused with a message',
  async (kind) => {
    for (const [n, bytes] of fc.sample(mutated('yaml'), {seed, numRuns: 120}).entries())
      expect([n, await faultOfDeclaration(bytes, kind, n % 60 === 0)]).toEqual([n, null])
  }
)

test('whatever stands on a line, `warraq stage` answers with one line, and goes on', async () => {
  const batches = fc.array(recordLine, {minLength: 1, maxLength: 8})
  for (const lines of fc.sample(batches, {seed, numRuns: 80}))
    expect(await faultOfRecords(lines)).toBeNull()
})

describe('what was found once stays mended', () => {
  const folder = join(root, 'tests/fuzz/found')
  test.each(readdirSync(folder).filter((name) => name !== 'README.md'))(
    '%s',
    async (name) => {
      const bytes = new Uint8Array(readFileSync(join(folder, name)))
      const ending = extname(name).slice(1)
      for (const [n, around] of surroundings.entries())
        expect(
          packedEndings.includes(ending)
            ? await faultOfPacked(bytes, ending, around, true)
            : await faultWithOutputs(bytes, ending, n)
        ).toBeNull()
    }
  )
})
