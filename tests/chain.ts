import {existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {adviseOn, checkSources} from '../pipeline/run/build.ts'
import type {Result} from '../pipeline/source/types.ts'

/** Where the single article of a case is laid out. */
const casePath = 'press/article.txt'
const edition = 'baseUrl: https://press.example/\n'

/** What `warraq check` finds in a folder of sources: results by the order of their ids, then advice. */
export const runChain = async (sources: string): Promise<Result[]> => [
  ...(await resultsOf(sources)),
  {id: 'edition.yaml', path: 'edition.yaml', article: null, messages: adviseOn(sources)}
]

/** What becomes of each source. */
export async function resultsOf(sources: string): Promise<Result[]> {
  const results: Result[] = []
  for await (const result of checkSources(sources)) results.push(result)
  return results
}

/** A new folder of sources with these files, paths below it; text as UTF-8, bytes as they are. */
export function laySources(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'warraq-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), content)
  }
  return root
}

/** The folder of sources of a case: its `sources/`, or one made of its `input.txt` and what is declared beside it. */
export function sourcesOf(folder: string): string {
  if (existsSync(join(folder, 'sources'))) return join(folder, 'sources')
  const places = {
    'input.txt': casePath,
    'input.yaml': 'press/article.yaml',
    'collection.yaml': 'press/collection.yaml',
    'authorities.yaml': 'authorities.yaml',
    'edition.yaml': 'edition.yaml'
  }
  const files = Object.entries(places).flatMap(([name, path]) =>
    existsSync(join(folder, name))
      ? [[path, new Uint8Array(readFileSync(join(folder, name)))] as const]
      : []
  )
  return laySources({'edition.yaml': edition, ...Object.fromEntries(files)})
}
