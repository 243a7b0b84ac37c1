import {editionTitle} from '../write/iris.ts'
import type {Output} from '../write/output.ts'
import {serialise, xml} from '../write/xml.ts'
import {searchWordsIn} from './search-words.ts'
import {editionInterface} from './words.ts'

/** Lets a browser search the edition from its own field. @see https://github.com/dewitt/opensearch */
export const openSearchDescription: Output = {
  name: 'open-search',
  async *edition(_parts, edition) {
    const {tag} = editionInterface(edition)
    const title = editionTitle(edition, tag) ?? 'warraq'
    const root = xml(
      'OpenSearchDescription',
      {xmlns: 'http://a9.com/-/spec/opensearch/1.1/'},
      xml('ShortName', {}, [...title].slice(0, 16).join('')),
      xml('LongName', {}, [...title].slice(0, 48).join('')),
      xml('Description', {}, searchWordsIn(tag).title),
      xml('Url', {
        type: 'text/html',
        template: `${edition.baseUrl}search/index.html?q={searchTerms}`
      }),
      xml('Language', {}, tag),
      xml('InputEncoding', {}, 'UTF-8'),
      xml('OutputEncoding', {}, 'UTF-8')
    )
    yield {
      path: 'opensearch.xml',
      bytes: `<?xml version="1.0" encoding="UTF-8"?>\n${serialise(root)}\n`
    }
  }
}
