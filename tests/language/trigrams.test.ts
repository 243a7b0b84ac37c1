import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {francAll} from 'franc'
import {expect, test} from 'vitest'
import {nearestLanguages} from '../../pipeline/language/trigrams.ts'

const asFranc = (text: string): string[] =>
  francAll(text, {minLength: 1})
    .map(([code]) => code)
    .filter((code) => code !== 'und')
const all = (text: string): string[] => nearestLanguages(text, () => true)

test('languages are in the order that franc has for them', () => {
  const cases = join(import.meta.dirname, '../cases')
  const texts = readdirSync(cases).flatMap((name) =>
    readdirSync(join(cases, name))
      .filter((file) => file.startsWith('input.'))
      .map((file) => readFileSync(join(cases, name, file), 'utf8'))
  )
  const others = [
    'Ἐν ἀρχῇ ἦν ὁ λόγος',
    'ひらがなと漢字',
    '漢字',
    '\u{20000}\u{20001} abc',
    'अनुच्छेद',
    '1 + 1'
  ]
  for (const text of [...texts, ...others]) {
    expect(all(text)).toEqual(asFranc(text))
    expect(all(text.slice(0, 40))).toEqual(asFranc(text.slice(0, 40)))
  }
})

test('languages are in that order for any text', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', minLength: 1}), (text) => {
      expect(all(text)).toEqual(asFranc(text))
    })
  )
})

test('only the languages that are wanted are named', () => {
  const text = 'Il était une fois une petite fille'
  expect(all(text).length).toBeGreaterThan(100)
  expect(nearestLanguages(text, (code) => code === 'spa')).toEqual(['spa'])
  expect(nearestLanguages('Ἐν ἀρχῇ ἦν ὁ λόγος', (code) => code === 'spa')).toEqual([])
})
