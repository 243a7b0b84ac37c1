import {join} from 'node:path'
import {expect, test} from 'vitest'
import {warraq} from '../support/command.ts'
import {digestsOf, newFolder} from '../support/files.ts'

/** The files of an edition of the seed, made by an engine under such flags. */
function editionUnder(flags: string): Record<string, string> {
  const out = join(newFolder(), 'edition')
  const {status, stderr} = warraq(['build', 'sources', '--out', out, '--quiet'], {
    env: {NODE_OPTIONS: flags}
  })
  expect(status, stderr).toBe(0)
  return digestsOf(out)
}

test('an engine that does not take the bytecode beside the program makes the same edition', () => {
  // Any flag of the engine makes bytecode of another kind.
  expect(editionUnder('--max-old-space-size=3000')).toEqual(editionUnder(''))
})
