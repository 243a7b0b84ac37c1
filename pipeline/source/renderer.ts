import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Resvg} from '@resvg/resvg-js'
import type {Report} from '../diagnostics/report.ts'
import {noPictures} from '../diagnostics/run-rules.ts'
import type {Edition} from './types.ts'

/** The class that draws SVG. */
export type Renderer = typeof Resvg

const require = createRequire(import.meta.url)
const name = '@resvg/resvg-js'

/**
 * Whether the renderer of pictures is installed for a platform: npm lays its machine code beside it in a
 * package of its own, and leaves out those of other platforms. Reads no more than names, so that a run
 * that draws nothing does not load it.
 */
export function hasRenderer(platform: string, architecture: string): boolean {
  try {
    const manifest: {readonly optionalDependencies: Readonly<Record<string, string>>} =
      require(`${name}/package.json`)
    return Object.keys(manifest.optionalDependencies)
      .filter((each) => each.startsWith(`${name}-${platform}-${architecture}`))
      .some(isInstalled)
  } catch {
    return false
  }
}

/** Without pictures where nothing draws them on this machine; reports `run/no-pictures` where they are wanted. */
export function drawnHere(edition: Edition, report: Report): Edition {
  const {platform, arch} = process
  if (edition.pictures === false || hasRenderer(platform, arch)) return edition
  report(noPictures, {platform: `${platform}-${arch}`}, {file: 'edition.yaml'})
  return {...edition, pictures: false}
}

function isInstalled(each: string): boolean {
  const from = createRequire(require.resolve(`${name}/package.json`))
  try {
    from.resolve(each)
    return true
  } catch {
    return false
  }
}

let loaded: Renderer | null | undefined

/** Loads the renderer at its first use. @returns null where its machine code does not run here */
export function loadRenderer(): Renderer | null {
  if (loaded !== undefined) return loaded
  try {
    const module: {readonly Resvg: Renderer} = require(name)
    loaded = module.Resvg
  } catch {
    loaded = null
  }
  return loaded
}

/** A font of pictures. */
export interface PictureFace {
  readonly file: string
  readonly family: string
  readonly weight: 600 | 700
  /** First and last of each run of code points that it draws. */
  readonly ranges: readonly (readonly [number, number])[]
}

const families = {
  text: {
    'noto-serif': 'Noto Serif',
    'noto-naskh-arabic': 'Noto Naskh Arabic',
    'noto-serif-hebrew': 'Noto Serif Hebrew'
  },
  label: {
    'ibm-plex-sans': 'IBM Plex Sans',
    'ibm-plex-sans-arabic': 'IBM Plex Sans Arabic',
    'ibm-plex-sans-hebrew': 'IBM Plex Sans Hebrew'
  }
} as const

let faces: Readonly<Record<keyof typeof families, readonly PictureFace[]>> | undefined

/**
 * The fonts of pictures, those of text and those of the words around it, as pages have them. They lie
 * beside the compiled command, or in build/ when it runs from source, and are read at their first use.
 */
export function pictureFaces(): NonNullable<typeof faces> {
  if (faces) return faces
  const here = fileURLToPath(import.meta.url)
  const folder = here.endsWith('.ts')
    ? fileURLToPath(new URL('../../build/faces/', import.meta.url))
    : `${dirname(here)}/faces/`
  const letters: Readonly<Record<string, PictureFace['ranges']>> = JSON.parse(
    readFileSync(`${folder}letters.json`, 'utf8')
  )
  const facesOf = (
    role: keyof typeof families,
    weight: PictureFace['weight']
  ): PictureFace[] =>
    Object.entries(families[role]).map(([name, family]) => ({
      file: `${folder}${name}.ttf`,
      family,
      weight,
      ranges: letters[name] ?? []
    }))
  faces = {text: facesOf('text', 700), label: facesOf('label', 600)}
  return faces
}
