import {expect, test} from 'vitest'
import {runsOf} from '../../pipeline/extract/runs.ts'

const texts = (written: string): string[] =>
  runsOf(written, 10, false).map(({text}) => text)

test('what is written as it is printed is one run', () => {
  expect(runsOf('two words', 10, false)).toEqual([
    {text: 'two words', start: 10, end: 19, same: true}
  ])
})

test('a reference is a run of its own', () => {
  expect(runsOf('a&amp;b', 10, false)).toEqual([
    {text: 'a', start: 10, end: 11, same: true},
    {text: '&', start: 11, end: 16, same: false},
    {text: 'b', start: 16, end: 17, same: true}
  ])
  expect(texts('&amp;amp; &#x645;&#1605; &copy2 &nosuch; & &;')).toEqual([
    '&',
    'amp; ',
    'م',
    'م',
    ' ',
    '©',
    '2 &nosuch; & &;'
  ])
})

test('white space is one space', () => {
  expect(texts('a \n\t b')).toEqual(['a', ' ', 'b'])
})
