import {readdir, readFile} from 'node:fs/promises'
import type {Metafile} from 'esbuild'

/** A package whose code stands in the compiled command. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression, as its package.json has it. */
  readonly licence: string
  /** Its licence as published; a line of its package.json where it brings no file. */
  readonly text: string
}

const root = new URL('../', import.meta.url)
/** Greedy, so that the innermost folder of packages counts. */
const packageFolder = /.*node_modules\/(?:@[^/]+\/)?[^/]+/u

/** Packages with at least one byte in a bundle, by name in code-point order. */
export async function bundledPackages(metafiles: readonly Metafile[]): Promise<BundledPackage[]> {
  const folders = new Set<string>()
  for (const {outputs} of metafiles)
    for (const {inputs} of Object.values(outputs))
      for (const [path, {bytesInOutput}] of Object.entries(inputs)) {
        const folder = packageFolder.exec(path)?.[0]
        if (folder && bytesInOutput > 0) folders.add(folder)
      }
  const packages = await Promise.all([...folders].map(describe))
  return packages.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function describe(folder: string): Promise<BundledPackage> {
  const place = new URL(`${folder}/`, root)
  const {name, version, license, author} = JSON.parse(
    await readFile(new URL('package.json', place), 'utf8')
  )
  const files = (await readdir(place)).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file) || /\.LICENSE\.txt$/u.test(file))
  const texts = await Promise.all(
    files.sort().map((file) => readFile(new URL(file, place), 'utf8'))
  )
  const holder = typeof author === 'string' ? author : author?.name
  const text = texts.join('\n').trim() || `${license}, by ${holder}; the package has no file with its licence.`
  return {name, version, licence: license, text}
}

/** All licences in one text, which goes wherever the compiled command goes. */
export const licenceTexts = (packages: readonly BundledPackage[]): string =>
  packages
    .map(({name, version, licence, text}) => `${name} ${version} (${licence})\n\n${text.replaceAll('\r\n', '\n')}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`)
