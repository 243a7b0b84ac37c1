import * as annotateRules from './annotate-rules.ts'
import * as archiveRules from './archive-rules.ts'
import * as readRules from './read-rules.ts'
import type {Rule} from './rule.ts'
import * as runRules from './run-rules.ts'
import * as segmentRules from './segment-rules.ts'
import * as shardRules from './shard-rules.ts'
import * as sourceRules from './source-rules.ts'
import * as systemRules from './system-rules.ts'
import * as tableRules from './table-rules.ts'
import * as validateRules from './validate-rules.ts'

const catalogues = [
  sourceRules,
  readRules,
  archiveRules,
  segmentRules,
  annotateRules,
  validateRules,
  tableRules,
  runRules,
  shardRules,
  systemRules
]

/** Every rule by its id, in code-point order: for `warraq explain` and the reference of messages. */
export const rules: ReadonlyMap<string, Rule<never>> = new Map(
  catalogues
    .flatMap((catalogue) =>
      Object.values(catalogue).filter((value) => typeof value === 'object')
    )
    .map((rule): [string, Rule<never>] => [rule.id, rule])
    .sort(([a], [b]) => (a < b ? -1 : 1))
)
