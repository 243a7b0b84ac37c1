/** Converts `schemas/tei-warraq.rng` into `build/tei-grammar.mjs`, so that the build need not read RELAX NG. */
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {convertRNGToPattern, writeTreeToJSON} from 'salve-annos'

const root = new URL('../', import.meta.url)
const schema = await readFile(new URL('schemas/tei-warraq.rng', root), 'utf8')
const address = new URL(
  `data:application/xml;base64,${Buffer.from(schema).toString('base64')}`
)
const {simplified, warnings} = await convertRNGToPattern(address)
for (const warning of warnings) console.warn(warning)
const json = writeTreeToJSON(simplified, 3)
await mkdir(new URL('build/', root), {recursive: true})
await writeFile(
  new URL('build/tei-grammar.mjs', root),
  `export const grammar = JSON.parse(${JSON.stringify(json)})\n`
)
