import {Ajv2019} from 'ajv/dist/2019.js'
import {expect, test} from 'vitest'
import {validateXML, type XMLFileInfo} from 'xmllint-wasm'
import {datacite} from '../../pipeline/package/datacite.ts'
import {bareEdition} from '../write/page.ts'
import {describeAs, fullEdition, vocabulary} from './full-edition.ts'

const {id: _id, ...schema} = JSON.parse(vocabulary('datacite-4.6.json'))
const validate = new Ajv2019({strict: false, validateFormats: false}).compile(schema)
const files = describeAs(datacite, fullEdition)
const json = JSON.parse(files.get('datacite.json') ?? '')

const includes = [
  'contributorType',
  'dateType',
  'descriptionType',
  'funderIdentifierType',
  'nameType',
  'numberType',
  'relatedIdentifierType',
  'relationType',
  'resourceType',
  'titleType'
].map((name) => `include/datacite-${name}-v4.xsd`)

/** What xmllint finds wrong with a document, by the published XML Schema. */
async function faultsOf(xml: string): Promise<string[]> {
  const preload: XMLFileInfo[] = [...includes, 'include/xml.xsd'].map((fileName) => ({
    fileName,
    contents: vocabulary(`datacite-4.6/${fileName}`)
  }))
  const {errors} = await validateXML({
    xml: {fileName: 'datacite.xml', contents: xml},
    schema: {
      fileName: 'metadata.xsd',
      contents: vocabulary('datacite-4.6/metadata.xsd')
    },
    preload
  })
  return errors.map(({message}) => message)
}

test('datacite.json is valid against the published schema, which sees a fault', () => {
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({...json, publicationYear: '26'})).toBe(false)
  expect(validate({...json, creators: [{nameType: 'Personal'}]})).toBe(false)
})

test('datacite.xml is valid against the published schema, which sees a fault', async () => {
  const xml = files.get('datacite.xml') ?? ''
  expect(await faultsOf(xml)).toEqual([])
  expect(await faultsOf(xml.replace('publicationYear', 'year'))).not.toEqual([])
  expect(await faultsOf(xml.replace('"Issued"', '"Never"'))).not.toEqual([])
  const hostile = {...fullEdition, publisher: {name: 'A\u0007 ]]> \r& “ب”'}}
  const printed = describeAs(datacite, hostile).get('datacite.xml') ?? ''
  expect(printed).toContain('<publisher>A ]]&gt; &#13;&amp; “ب”</publisher>')
  expect(await faultsOf(printed)).toEqual([])
})

test('DataCite is told what the edition and its collections declare', () => {
  expect(json).toMatchObject({
    doi: '10.5281/zenodo.1234567',
    creators: [
      {name: 'Haddad, Nura', nameType: 'Personal'},
      {name: 'دار <الأرشيف> & شركاه', nameType: 'Organizational'}
    ],
    titles: [
      {title: 'ورّاق <أ> & "ب"', lang: 'ar'},
      {title: 'The Copyist, vol. 2', lang: 'en'}
    ],
    publicationYear: '2025',
    rightsList: [
      {rights: 'CC-BY-4.0', rightsIdentifierScheme: 'SPDX'},
      {rights: 'Press: © Press'},
      {rightsUri: 'https://example.org/terms'}
    ]
  })
})

test('DataCite is told nothing while something it requires is not declared', () => {
  expect(describeAs(datacite, bareEdition).size).toBe(0)
  for (const missing of ['creators', 'title', 'publisher', 'date'] as const) {
    const {[missing]: _left, ...rest} = fullEdition
    expect(
      describeAs(datacite, {...bareEdition, ...rest, [missing]: bareEdition[missing]})
        .size
    ).toBe(0)
  }
  const {doi: _doi, ...without} = fullEdition
  expect([...describeAs(datacite, without).keys()]).toEqual(['datacite.json'])
})
