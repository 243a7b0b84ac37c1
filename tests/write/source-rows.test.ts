import {expect, test} from 'vitest'
import type {Result} from '../../pipeline/source/types.ts'
import {gatherRows} from './gather.ts'
import {bareEdition} from './page.ts'

test('sources that could not be read keep their row and their messages', async () => {
  const result: Result = {
    id: 'news/bad.txt',
    path: 'news/bad.txt',
    article: null,
    messages: [
      {
        rule: 'read/invalid-bytes',
        severity: 'error',
        message: 'x',
        fix: 'y',
        file: 'news/bad.txt',
        line: 3,
        column: 2
      },
      {
        rule: 'source/sidecar',
        severity: 'warning',
        message: 'x',
        fix: 'y',
        file: 'news/bad.yaml',
        line: 9
      }
    ]
  }
  const rows = await gatherRows([result], bareEdition)
  expect(rows.articles).toEqual([])
  expect(rows.sources).toMatchObject([{source_id: 'news/bad.txt', sha256: null}])
  expect(rows.messages).toMatchObject([
    {
      message_id: 'news/bad.txt.message-001',
      source_id: 'news/bad.txt',
      start_line: 3,
      start_column: 2
    },
    {
      message_id: 'news/bad.txt.message-002',
      source_id: 'news/bad.txt',
      start_line: null
    }
  ])
})
