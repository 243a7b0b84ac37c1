import {readFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {openHarfBuzz, type ShapingFace} from './harfbuzz.ts'

/** A font of pictures. */
export interface PictureFace {
  readonly name: string
  /** First and last of each run of code points that it draws. */
  readonly ranges: readonly (readonly [number, number])[]
  /** Reads it at its first use. */
  open(): OpenFace
}

/** A face that was read. */
export interface OpenFace extends ShapingFace {
  /** Numbers of all outlines, in the form that `tools/picture-faces.ts` gives them; those of a glyph begin at `outlineStarts[id]` and end where the next one's begin. */
  readonly outlines: Int16Array
  readonly outlineStarts: Uint32Array
}

/** Numbers of an outline that are a unit of its face. */
export const outlineUnits = 2

const names = {
  text: ['noto-serif', 'noto-naskh-arabic', 'noto-serif-hebrew'],
  label: ['ibm-plex-sans', 'ibm-plex-sans-arabic', 'ibm-plex-sans-hebrew']
} as const

/** The fonts of pictures: those of text, and those of the words around it, as pages have them. */
export type PictureFaces = Readonly<Record<keyof typeof names, readonly PictureFace[]>>

let faces: PictureFaces | undefined

/**
 * The fonts of pictures. They lie beside the compiled command, or in build/ when it runs from source. Which letters
 * each has is read at their first use.
 */
export function pictureFaces(): PictureFaces {
  if (faces) return faces
  const letters: Readonly<Record<string, PictureFace['ranges']>> = JSON.parse(
    readFileSync(`${folder}letters.json`, 'utf8')
  )
  const faceOf = (name: string): PictureFace => {
    let opened: OpenFace | undefined
    return {
      name,
      ranges: letters[name] ?? [],
      open() {
        opened ??= readFace(name)
        return opened
      }
    }
  }
  faces = {text: names.text.map(faceOf), label: names.label.map(faceOf)}
  return faces
}

const here = fileURLToPath(import.meta.url)
const folder = here.endsWith('.ts')
  ? fileURLToPath(new URL('../../build/faces/', import.meta.url))
  : `${dirname(here)}/faces/`

let harfBuzz: ReturnType<typeof openHarfBuzz> | undefined

function readFace(name: string): OpenFace {
  harfBuzz ??= openHarfBuzz(`${folder}harfbuzz.wasm`)
  const {buffer, byteOffset, byteLength} = readFileSync(`${folder}${name}.outlines`)
  // A copy: what is read may begin anywhere in a larger buffer.
  const bytes = buffer.slice(byteOffset, byteOffset + byteLength)
  const [count = 0] = new Uint32Array(bytes, 0, 1)
  const head = 4 * (count + 1)
  return {
    ...harfBuzz(readFileSync(`${folder}${name}.ttf`)),
    outlineStarts: new Uint32Array(bytes, 4, count),
    outlines: new Int16Array(bytes, head)
  }
}
