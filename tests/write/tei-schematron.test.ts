import {expect, test} from 'vitest'
import {tei} from '../../pipeline/write/tei.ts'
import {teiSchematron} from '../../tools/schematron.ts'
import {processSeed} from '../support/edition.ts'

test('TEI’s own Schematron has nothing to report of the seed, and sees a fault', () => {
  const {article, edition} = processSeed()
  const document = String(tei.article?.(article, edition)[0]?.bytes)
  const {patterns, judge} = teiSchematron()
  expect(patterns).toBeGreaterThan(90)
  expect(judge(document)).toEqual([])
  const twice = document.replace('</seg>', '<ref target="#x" cRef="y">z</ref></seg>')
  expect(judge(twice)).toEqual([
    'Only one of the attributes @target and @cRef may be supplied on <ref>.'
  ])
}, 60_000)
