/** Compiles `schemas/*.schema.json` into `build/validators.mjs`, so that the build need not load ajv. */
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {Ajv2020} from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import {build} from 'esbuild'

const root = new URL('../', import.meta.url)
const schemas: Record<string, string> = {}
const ajv = new Ajv2020({
  allErrors: true,
  discriminator: true,
  strict: false,
  inlineRefs: false,
  code: {source: true, esm: true},
  formats: {date: /^\d{4}-\d{2}-\d{2}$/}
})
for (const file of (await readdir(new URL('schemas/', root))).sort()) {
  const match = /^([a-z]+)\.schema\.json$/.exec(file)
  if (!match?.[1]) continue
  const schema = JSON.parse(await readFile(new URL(`schemas/${file}`, root), 'utf8'))
  ajv.addSchema(schema)
  schemas[`validate${match[1][0]?.toUpperCase()}${match[1].slice(1)}`] = schema.$id
}
const code = standaloneCode.default(ajv, schemas)
await mkdir(new URL('build/', root), {recursive: true})
const {outputFiles, metafile} = await build({
  stdin: {contents: code, resolveDir: root.pathname, loader: 'js'},
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  metafile: true,
  write: false
})
await writeFile(new URL('build/validators.mjs', root), outputFiles[0]?.text ?? '')

/** What stands in the validators, for the list of packages that the command carries. */
export const validatorsMetafile = metafile
