import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The folder of this repository. */
export const root = resolve(fileURLToPath(new URL('../../', import.meta.url)))

/** Every page of the documentation, by its path. */
export const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
].sort()

export const read = (page: string): string => readFileSync(join(root, page), 'utf8')

/** A page without its fenced blocks. */
export const proseOf = (page: string): string =>
  read(page).replace(/^ *```[\s\S]*?^ *```$/gmu, '')

/** Fenced blocks of a page in one language. */
export const blocksOf = (page: string, language: string): string[] =>
  [
    ...read(page).matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gmu'))
  ].map(([, block = '']) => block)

/** The rows of the tables of a text, cell by cell, their heads left out. */
export const rowsOf = (text: string): string[][] =>
  [...text.matchAll(/^\| (?!---)(.+) \|$(?!\n\| ---)/gmu)].map(([, row = '']) =>
    row.split(' | ')
  )

/** Anchors of a page, as GitHub makes them of its headings. */
export const anchorsOf = (page: string): Set<string> =>
  new Set(
    [...proseOf(page).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-')
    )
  )
