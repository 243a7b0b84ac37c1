import {expect, test} from 'vitest'
import {warraq} from '../support/command.ts'
import {seedSources} from '../support/edition.ts'

test('the choice of a convention is told with its evidence', () => {
  const {stdout, status} = warraq(['check', '--explain-segmentation', seedSources])
  expect(status).toBe(0)
  expect(stdout).toContain('labels with a colon')
  expect(stdout).toContain('turns       44')
  expect(stdout).toContain('line 27     `ستيف ويتكوف`')
  expect(stdout).toMatch(/\+\d\.\d {2}the speaker changes in 100 % of the turns/u)
})
