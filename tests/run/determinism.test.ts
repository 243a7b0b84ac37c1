import {cpSync, readdirSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {warraq} from '../support/command.ts'
import {editionOfTwo} from '../support/edition.ts'
import {digestsOf, newFolder} from '../support/files.ts'

test('the same sources give the same bytes in any zone, locale, folder, order and year', () => {
  const sources = editionOfTwo()
  const build = (from: string, env: Record<string, string>): Record<string, string> => {
    const out = join(newFolder(), 'dist')
    const {status, stderr} = warraq(['build', from, '--out', out], {env})
    expect(stderr).not.toContain('error')
    expect(status).toBe(0)
    return digestsOf(out)
  }
  const first = build(sources, {TZ: 'Asia/Tokyo', LC_ALL: 'C'})
  expect(
    build(sources, {TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr'})
  ).toEqual(first)
  const copy = newFolder()
  for (const name of readdirSync(sources).reverse()) {
    cpSync(join(sources, name), join(copy, name), {recursive: true})
    utimesSync(join(copy, name), 1, 1)
  }
  expect(build(copy, {TZ: 'Africa/Cairo'})).toEqual(first)
})

test('SOURCE_DATE_EPOCH dates the edition', () => {
  const out = join(newFolder(), 'dist')
  const env = {SOURCE_DATE_EPOCH: '1700000000'}
  expect(warraq(['build', editionOfTwo(), '--out', out, '--quiet'], {env}).status).toBe(0)
  const {stdout} = warraq(
    ['build', editionOfTwo(), '--out', join(newFolder(), 'dist'), '--json'],
    {env}
  )
  expect(JSON.parse(stdout)).toMatchObject({articles: 2})
})
