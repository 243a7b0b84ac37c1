import {expect, test} from 'vitest'
import {warraq} from '../support/command.ts'
import {digestOf, poison, shardOf, variants} from './records.ts'

/** The results of one process. */
function stage(
  lines: readonly string[],
  env: Readonly<Record<string, string>> = {}
): string[] {
  const {stdout, status} = warraq(['stage'], {
    input: lines.map((line) => `${line}\n`).join(''),
    env
  })
  expect(status).toBe(0)
  return stdout.split('\n').slice(0, -1)
}

test('one process, three in another order, and another place and language give the same results', () => {
  const records = [...variants(40), ...poison.filter((line) => line.length < 1_000_000)]
  const results = stage(records)
  expect(results).toHaveLength(records.length)
  const shards = [2, 0, 1].flatMap((shard) =>
    stage(records.filter((line) => shardOf(line, 3) === shard).reverse(), {
      TZ: 'Asia/Kathmandu',
      LC_ALL: 'tr_TR.UTF-8'
    })
  )
  expect(shards).toHaveLength(records.length)
  expect(digestOf(shards)).toBe(digestOf(results))
})
