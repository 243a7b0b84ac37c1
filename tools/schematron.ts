/**
 * Judges TEI by the Schematron rules that TEI keeps within its grammar: `npx tsx tools/schematron.ts FILE…`.
 * Prints what the rules report, a line each; the exit status is 1 where there is something.
 * @see https://tei-c.org/guidelines/p5/using-the-tei/ , `tei_all.rng` of `tools/conformance/`
 */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Schema} from 'node-schematron'

const grammar = new URL('./conformance/tei_all-4.12.0.rng', import.meta.url)

/** The patterns of the grammar as one schema of Schematron, with the prefixes they use. */
function readRules(): string {
  const text = readFileSync(grammar, 'utf8')
  const patterns = text.match(/<pattern\b[\s\S]*?<\/pattern>/gu) ?? []
  const prefixes = {
    tei: 'http://www.tei-c.org/ns/1.0',
    teix: 'http://www.tei-c.org/ns/Examples',
    sch: 'http://purl.oclc.org/dsdl/schematron',
    rng: 'http://relaxng.org/ns/structure/1.0',
    rna: 'http://relaxng.org/ns/compatibility/annotations/1.0',
    xlink: 'http://www.w3.org/1999/xlink',
    xs: 'http://www.w3.org/2001/XMLSchema'
  }
  const bindings = Object.entries(prefixes).map(([prefix, uri]) => `<ns prefix="${prefix}" uri="${uri}"/>`)
  return `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">${bindings.join('')}${patterns.join('')}</schema>`
}

/** How many rules there are, and what they report of a document. */
export function teiSchematron(): {patterns: number; judge(document: string): string[]} {
  const rules = readRules()
  const schema = Schema.fromString(rules)
  return {
    patterns: rules.split('</pattern>').length - 1,
    judge: (document) => schema.validateString(document).map(({message}) => String(message).replace(/\s+/gu, ' ').trim())
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {judge} = teiSchematron()
  for (const path of process.argv.slice(2))
    for (const fault of judge(readFileSync(path, 'utf8'))) {
      console.log(`${path}: ${fault}`)
      process.exitCode = 1
    }
}
