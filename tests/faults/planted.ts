import {stringify} from 'yaml'
import {plantedPage} from './planted-page.ts'

/** Where a word of somebody else's can stand: in each, the words that `plant` makes of its name. */
export type Plant = (field: string) => string

/**
 * Sources in which every field that takes text holds planted words: what an article prints, and what each kind of
 * declaration says. A word that is planted in a line of a source must have no line end.
 */
export function plantedSources(
  inSource: Plant,
  inDeclaration: Plant
): Record<string, string> {
  return {
    'edition.yaml': stringify(edition(inDeclaration)),
    'authorities.yaml': stringify(authorities(inDeclaration)),
    'press/collection.yaml': stringify(collection(inDeclaration)),
    'press/talk.yaml': stringify(sidecar(inDeclaration)),
    'press/talk.txt': talk(inSource),
    'press/bare.txt': bare(inSource),
    'press/page.html': plantedPage(inSource)
  }
}

/** The fields of the printed article. */
function talk(plant: Plant): string {
  return [
    `The harbour talk ${plant('headline')}`,
    '26 November 2025 10:51',
    '',
    `The harbour was closed after the flood ${plant('paragraph')} and stayed closed.`,
    '',
    `Bo Ek: What was it like ${plant('utterance')}?`,
    `Clerk ${plant('label')}: It was dark (${plant('stage')}) and cold.`,
    `Bo Ek: “We were afraid ${plant('quotation')},” he said.`,
    `Clerk ${plant('label')}: Nobody was hurt.`,
    'Bo Ek: And then?',
    `Clerk ${plant('label')}: We went home on Friday.`,
    ''
  ].join('\n')
}

/** An article of which nothing is declared, so that what it prints itself is what holds. */
const bare = (plant: Plant): string =>
  [
    `A ship comes home ${plant('bare headline')}`,
    '5 March 2024',
    '',
    `The ship came into the harbour ${plant('bare paragraph')} after two months.`,
    ''
  ].join('\n')

const because = (plant: Plant, field: string) => ({because: plant(`because of ${field}`)})

const sidecar = (plant: Plant) => ({
  url: 'https://press.example/talk',
  metadata: {
    alternativeHeadline: {
      value: plant('declared alternativeHeadline'),
      ...because(plant, 'headline')
    },
    description: {value: plant('declared description'), ...because(plant, 'description')},
    section: {value: plant('declared section'), ...because(plant, 'section')},
    keywords: [{value: plant('declared keyword'), ...because(plant, 'keyword')}],
    authors: [{value: {name: plant('declared author')}, ...because(plant, 'author')}],
    isBasedOn: {
      value: {
        name: plant('declared work'),
        publisher: {name: plant('declared publisher of work')}
      },
      ...because(plant, 'work')
    }
  },
  dialogues: [
    {
      kind: 'interview',
      name: {value: plant('name of dialogue'), ...because(plant, 'name')}
    }
  ]
})

const collection = (plant: Plant) => ({
  title: plant('title of collection'),
  publisherName: plant('publisherName'),
  rights: plant('rights'),
  language: 'en',
  timeZone: 'Europe/Stockholm',
  extraction: {comments: true},
  ...because(plant, 'collection')
})

const authorities = (plant: Plant) => ({
  people: [
    {
      id: 'bo-ek',
      names: {en: ['Bo Ek', plant('spelling of person')], sv: plant('name of person')},
      occupation: plant('occupation'),
      gender: plant('gender'),
      organisation: 'house',
      sameAs: [
        {
          scheme: 'wikidata',
          id: 'Q1',
          reviewedBy: plant('reviewer'),
          reviewedOn: '2025-01-01'
        }
      ],
      ...because(plant, 'person')
    }
  ],
  organisations: [
    {
      id: 'house',
      names: {en: plant('name of organisation')},
      ...because(plant, 'organisation')
    }
  ],
  places: [
    {
      id: 'harbour',
      names: {en: ['the harbour', plant('name of place')]},
      ...because(plant, 'place')
    }
  ]
})

const edition = (plant: Plant) => ({
  title: {en: plant('title'), ar: plant('Arabic title')},
  description: {en: plant('description'), ar: plant('Arabic description')},
  languages: ['en', 'ar'],
  baseUrl: 'https://press.example/',
  version: plant('version'),
  license: 'CC-BY-4.0',
  doi: '10.5281/zenodo.1234567',
  creators: [
    {name: plant('creator')},
    {
      name: plant('person'),
      familyName: plant('familyName'),
      givenName: plant('givenName')
    }
  ],
  publisher: {name: plant('publisher')}
})
