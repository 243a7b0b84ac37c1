import ts from 'typescript'
import {expect, test} from 'vitest'
import {embedJsonLd} from '../../pipeline/write/json-ld-embed.ts'
import {processSeed} from '../support/edition.ts'

const file = new URL('./embed-of-the-seed.ts', import.meta.url).pathname

/** What the compiler says of a value that is declared to be a NewsArticle. */
function complaintsAbout(value: object): string[] {
  const text = `import type {NewsArticle, WithContext} from 'schema-dts'
export const page: WithContext<NewsArticle> = ${JSON.stringify(value)}`
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext
  }
  const host = ts.createCompilerHost(options)
  const {getSourceFile, fileExists} = host
  host.fileExists = (name) => name === file || fileExists(name)
  host.getSourceFile = (name, language, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, language)
      : getSourceFile.call(host, name, language, ...rest)
  const program = ts.createProgram([file], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

test('the embedded profile has the types of schema.org, and a misspelt key is seen', () => {
  const {article, edition} = processSeed()
  const embed = embedJsonLd(article, edition)
  expect(complaintsAbout(embed)).toEqual([])
  expect(complaintsAbout({...embed, headlin: 'x'})).not.toEqual([])
}, 120_000)
