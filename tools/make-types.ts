/** Writes `pipeline/tree/types.ts` from `schemas/`: `make types`. With `--check` it fails where the file is stale. */
import {readFile, writeFile} from 'node:fs/promises'
import {compile, type JSONSchema} from 'json-schema-to-typescript'

const names = ['article', 'edition', 'collection', 'sidecar', 'authorities', 'message', 'record']
const target = new URL('../pipeline/tree/types.ts', import.meta.url)
const parts = ['/* Generated from schemas/ by `make types`; never edited. */\n']
for (const name of names) {
  const schema: JSONSchema = JSON.parse(
    await readFile(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8')
  )
  parts.push(
    await compile(schema, name, {
      bannerComment: '',
      unreachableDefinitions: true,
      ignoreMinAndMaxItems: true,
      unknownAny: true,
      style: {semi: false, singleQuote: true, bracketSpacing: false, printWidth: 90}
    })
  )
}
const text = parts.join('\n')
if (process.argv.includes('--check')) {
  if ((await readFile(target, 'utf8')) !== text) {
    process.stderr.write('pipeline/tree/types.ts is stale: run `make types`\n')
    process.exitCode = 1
  }
} else await writeFile(target, text)
