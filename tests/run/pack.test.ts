import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {createPack, type Kept, openPacks, partSection} from '../../pipeline/run/pack.ts'
import {newFolder} from '../support/files.ts'

const kept = (id: string): Kept => ({
  id,
  path: `press/${id}.txt`,
  article: null,
  messages: [],
  found: 0,
  files: [{path: `articles/${id}/index.html`, sizeBytes: 4, sha256: 'ab'}],
  links: [],
  parts: {home: {words: 4, title: 'Ärger: مرحبا'}, 'search-index': null}
})

function written() {
  const folder = newFolder()
  mkdirSync(folder, {recursive: true})
  const pack = createPack(folder, 'pack-1')
  const places = ['one', 'two'].map((id) => pack.add(kept(id)))
  pack.end()
  return {folder, file: join(folder, 'pack-1'), places}
}

test('each section of an entry is read by itself', () => {
  const {folder, places} = written()
  const packs = openPacks(folder)
  for (const [n, place] of places.entries()) {
    const id = n === 0 ? 'one' : 'two'
    expect(packs.index(place)).toMatchObject({id, path: `press/${id}.txt`, found: 0})
    expect(JSON.parse(packs.section(place, partSection('home')) ?? '')).toEqual(
      kept(id).parts.home
    )
    expect(packs.section(place, 'article')).toBe('null\n')
    expect(packs.section(place, 'nobody')).toBeNull()
  }
  packs.close()
})

test('an entry moves to another pack as it is', () => {
  const {folder, places} = written()
  const packs = openPacks(folder)
  const pack = createPack(folder, 'pack-2')
  const moved = places.map((place) => {
    const bytes = packs.bytes(place)
    return bytes ? pack.copy(bytes, place) : place
  })
  pack.end()
  for (const place of moved) {
    expect(place.pack).toBe('pack-2')
    expect(packs.index(place)?.path).toMatch(/^press\//u)
    expect(packs.section(place, partSection('home'))).toContain('مرحبا')
  }
  packs.close()
})

test('a byte that flipped anywhere, or an end that is missing, is seen by whoever reads there', () => {
  const {folder, file, places} = written()
  const bytes = readFileSync(file)
  const [place] = places
  if (!place) throw new Error('nothing was written')
  const end = place.indexBytes + place.bodyBytes
  for (let at = 0; at < end; at++) {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 1
    writeFileSync(file, copy)
    const packs = openPacks(folder)
    expect(packs.bytes(place)).toBeNull()
    packs.close()
  }
  for (let length = 0; length < end; length++) {
    writeFileSync(file, bytes.subarray(0, length))
    const packs = openPacks(folder)
    expect(packs.bytes(place)).toBeNull()
    packs.close()
  }
})
