import vm from 'node:vm'
import type {Manifest} from '../../pipeline/site/search-dictionary.ts'
import {openSearch} from '../../pipeline/site/search-query.ts'
import {type SearchResult, showResult} from '../../pipeline/site/search-results.ts'

/** The index of a built edition, read as the page reads it, with the size of what was read. */
export function openIndex(read: (path: string) => string) {
  const loaded = new Map<string, number>()
  const values = new Map<string, unknown>()
  const load = async <Value>(name: string): Promise<Value> => {
    const [slug, piece] = name.split('/')
    const path = piece ? `articles/${slug}/text-${piece}.js` : `search/${name}.js`
    if (!loaded.has(path)) {
      const script = read(path)
      loaded.set(path, Buffer.byteLength(script))
      vm.runInNewContext(script, {
        warraqSearch: (key: string, value: unknown) => values.set(key, value)
      })
    }
    const value = JSON.parse(JSON.stringify(values.get(name)))
    return value
  }
  /** The first results of a query, as they are shown. */
  const search = async (query: string, facets: readonly string[] = [], most = 10) => {
    const manifest = await load<Manifest>('manifest')
    const found = await openSearch(manifest, load)(query, facets)
    const shown: SearchResult[] = []
    for (const document of found.documents.slice(0, most)) {
      const result = await showResult(document, found.marks, {manifest, load})
      if (result) shown.push(result)
    }
    return {...found, shown}
  }
  return {
    search,
    bytesRead: () => [...loaded.values()].reduce((sum, size) => sum + size, 0),
    filesRead: () => [...loaded.keys()]
  }
}
