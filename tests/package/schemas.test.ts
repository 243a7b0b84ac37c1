import {expect, test} from 'vitest'
import {schemas} from '../../pipeline/package/schemas.ts'
import {tableList} from '../../pipeline/tree/tables.ts'
import {bareEdition} from '../write/page.ts'

test('every schema is published under its own address', () => {
  const files = schemas.describe([], bareEdition)
  expect(files).toHaveLength(tableList.length + 2)
  for (const {path, bytes} of files) {
    expect(JSON.parse(String(bytes)).$id).toBe(`https://warraq.example/${path}`)
  }
})
