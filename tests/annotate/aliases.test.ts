import {expect, test} from 'vitest'
import {findAliases} from '../../pipeline/annotate/aliases.ts'
import {turns} from '../../pipeline/tree/walk.ts'
import {processText} from '../support/edition.ts'

const found = (text: string, ...labels: string[]): Record<string, string> =>
  Object.fromEntries(findAliases(text, labels))

test('a short label is what the text says it stands for', () => {
  expect(found('Speakers: Carl Dong (CD), Anna Lind (AL)\n', 'CD', 'AL')).toEqual({
    CD: 'Carl Dong',
    AL: 'Anna Lind'
  })
  expect(found('Evidence of Mr Smith (S) and others.', 'S')).toEqual({S: 'Mr Smith'})
})

test('brackets that explain something else are no names', () => {
  expect(found('as the report (CD) of 1994 says', 'CD')).toEqual({})
  expect(found('the Treaty on Defence (AL)', 'AL')).toEqual({})
  expect(found('nobody of that name', 'CD')).toEqual({})
})

test('the turns of a short label are those of the person it stands for', () => {
  const {article} = processText(`A talk about the pier
5 March 2024

Anna Lind (AL) spoke with Bo Ek (BE) about the old pier of the harbour.

AL: When was it built?
BE: In the year of the flood.
AL: Who repaired it?
BE: The people of the harbour did.
AL: Will it be sold?
BE: Not as long as I am here.
`)
  const names = new Map(article.entities.map(({id, name}) => [id, name]))
  expect(turns(article).map(({speaker}) => names.get(speaker ?? ''))).toEqual([
    'Anna Lind',
    'Bo Ek',
    'Anna Lind',
    'Bo Ek',
    'Anna Lind',
    'Bo Ek'
  ])
})
