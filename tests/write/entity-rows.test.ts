import {expect, test} from 'vitest'
import {gatherRows} from './gather.ts'
import {printNastyArticle} from './nasty-article.ts'
import {bareEdition, person, resultOf} from './page.ts'

const nasty = printNastyArticle('nasty')
const rowsOfNasty = () => gatherRows([resultOf(nasty.article)], bareEdition)

test('entities known from labels alone belong to their article', async () => {
  const {people, speakers} = await rowsOfNasty()
  expect(people.map((row) => row.person_id)).toEqual(['nasty.speaker-01', 'nura-haddad'])
  expect(speakers.map((row) => [row.person_id, row.turn_count, row.label_count])).toEqual(
    [
      ['nura-haddad', 2, 1],
      ['nasty.speaker-01', 3, 1]
    ]
  )
})

test('entities have their mentions counted by printed form', async () => {
  const {names, mentions} = await rowsOfNasty()
  expect(names.map((row) => [row.label, row.kind, row.mention_count])).toEqual([
    ['سامي 𞸀', 'variant', 0],
    ['نورا حدّاد', 'variant', 0],
    ['نورا', 'variant', 1],
    ['حدّاد 𝟙', 'printed', 1]
  ])
  expect(mentions.map((row) => [row.mention_id, row.paragraph_id, row.turn_id])).toEqual([
    ['nasty.mention-001', 'nasty.p-001', null],
    ['nasty.mention-002', 'nasty.turn-002-u1', 'nasty.turn-002']
  ])
})

test('entities take the word of the authority file, with the organisation it names', async () => {
  const press = {
    ...person('press', 'الصحافة'),
    type: 'organisation' as const,
    kind: 'media'
  }
  const nura = {...person('nura-haddad', 'Nura Haddad'), organisation: 'press'}
  const byId = new Map([press, nura].map((entity) => [entity.id, entity]))
  const edition = {...bareEdition, authorities: {entities: [press, nura], byId}}
  const {people, organisations} = await gatherRows([resultOf(nasty.article)], edition)
  expect(people[1]).toMatchObject({
    name: 'Nura Haddad',
    name_latin: 'Nura Haddad',
    organisation_id: 'press'
  })
  expect(organisations).toMatchObject([
    {organisation_id: 'press', name: 'الصحافة', kind: 'media'}
  ])
})
