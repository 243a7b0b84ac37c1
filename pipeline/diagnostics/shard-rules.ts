import {defineRule} from './rule.ts'

const oneSources =
  'Shards of one edition are made by the same program from the same folder of sources, with the same options and settings.'

export const missingShard = defineRule<{missing: readonly number[]; count: number}>({
  id: 'run/missing-shard',
  severity: 'error',
  title: 'A shard that is not there',
  message: ({missing, count}) =>
    `Unexpected shards, expected all ${count}: ${missing.map((n) => `${n}/${count}`).join(', ')} missing`,
  why: 'Without it, its articles would be missing from the edition. Nothing was written.',
  fix: ({missing, count}) =>
    `Make it with \`warraq build --shard ${missing[0] ?? 0}/${count} --out DIR\`, and give its folder to \`warraq merge\` too.`,
  since: '0.1.0'
})

export const foreignShard = defineRule<{what: string; other: string}>({
  id: 'run/foreign-shard',
  severity: 'error',
  title: 'A shard of another edition',
  message: ({what, other}) => `Unexpected ${what}, expected that of \`${other}\``,
  why: `${oneSources} Otherwise the edition would not be what one process makes. Nothing was written.`,
  fix: 'Make the shards that differ again, from the same sources and with the same version of warraq, of Node and the same options.',
  since: '0.1.0'
})

export const damagedShard = defineRule<{what: string}>({
  id: 'run/damaged-shard',
  severity: 'error',
  title: 'A shard that is not as it was made',
  message: ({what}) => `Unexpected ${what}, expected it as it was made`,
  why: 'What a shard holds is checked against its digests before it is taken over. Nothing was written.',
  fix: 'Copy the shard again, or make it again; `warraq verify` on its folder names each file that changed.',
  since: '0.1.0'
})

export const shardsDisagree = defineRule<{id: string; other: string}>({
  id: 'run/shards-disagree',
  severity: 'error',
  title: 'Two shards that say different things of one article',
  message: ({id, other}) =>
    `Unexpected article \`${id}\`, expected the same as in \`${other}\``,
  why: 'An article that two shards have is taken once where both made the same of it. Here they did not, and nothing says which of them is right. Nothing was written.',
  fix: 'Its source changed between the two: remove the shard that is older, or make both again.',
  since: '0.1.0'
})
