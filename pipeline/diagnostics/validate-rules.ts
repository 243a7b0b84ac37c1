import {defineRule} from './rule.ts'

const ours =
  'This is a fault of warraq, not of the source: report it with the source that brings it about.'

export const schemaViolation = defineRule<{path: string; problem: string}>({
  id: 'validate/schema',
  severity: 'error',
  title: 'A tree that its schema does not allow',
  message: ({path, problem}) =>
    `Unexpected value at \`${path}\` of the article tree: ${problem}`,
  why: 'Everything is made from the tree; a tree out of shape would make wrong outputs.',
  fix: 'If the value comes from a sidecar or an authority file, mend it there; otherwise report it as a fault of warraq.',
  since: '0.1.0'
})

export const brokenInvariant = defineRule<{problem: string}>({
  id: 'validate/invariant',
  severity: 'error',
  title: 'A tree that does not hold together',
  message: ({problem}) => `Unexpected tree: ${problem}`,
  why: 'Positions, ids and references are what makes a fact traceable to its line.',
  fix: ours,
  since: '0.1.0'
})

export const formatsDisagree = defineRule<{id: string; what: string; formats: string}>({
  id: 'validate/formats-disagree',
  severity: 'error',
  title: 'Outputs that say different things',
  message: ({id, what, formats}) =>
    `Unexpected ${what} of \`${id}\`: ${formats}, expected the same in every format`,
  why: 'One article, one truth: a reader who takes the TEI must not read something else than one who takes the page.',
  fix: ours,
  since: '0.1.0'
})

export const badTei = defineRule<{problem: string}>({
  id: 'validate/tei',
  severity: 'error',
  title: 'TEI that its grammar does not allow',
  message: ({problem}) => `Unexpected TEI: ${problem}`,
  why: 'TEI tools reject or misread files that are not valid.',
  fix: ours,
  since: '0.1.0'
})

export const deadPointer = defineRule<{pointer: string; where: string}>({
  id: 'validate/tei-pointer',
  severity: 'error',
  title: 'A pointer in TEI that leads nowhere',
  message: ({pointer, where}) =>
    `Unexpected pointer \`${pointer}\` in \`${where}\`, expected one that leads to an element or a line`,
  why: 'Grammars cannot see pointers, readers follow them.',
  fix: ours,
  since: '0.1.0'
})

export const badJsonLd = defineRule<{problem: string}>({
  id: 'validate/json-ld',
  severity: 'error',
  title: 'JSON-LD that a processor refuses',
  message: ({problem}) => `Unexpected JSON-LD: ${problem}`,
  why: 'Search engines drop what they cannot expand, without a word.',
  fix: ours,
  since: '0.1.0'
})

export const badTerm = defineRule<{problem: string; node: string}>({
  id: 'validate/schema-org',
  severity: 'error',
  title: 'A use of schema.org that its vocabulary does not have',
  message: ({problem, node}) => `Unexpected ${problem} on \`${node}\``,
  why: 'A misspelt or misplaced term is ignored by every reader of structured data.',
  fix: ours,
  since: '0.1.0'
})

export const deadLink = defineRule<{link: string; page: string}>({
  id: 'validate/dead-link',
  severity: 'error',
  title: 'A link that leads nowhere',
  message: ({link, page}) =>
    `Unexpected link \`${link}\` on \`${page}\`, expected one that leads to a file or an anchor of the edition`,
  why: 'A permalink that is dead is a citation that is lost.',
  fix: ours,
  since: '0.1.0'
})

export const badPage = defineRule<{problem: string; page: string}>({
  id: 'validate/page',
  severity: 'error',
  title: 'A page that breaks a rule of ours',
  message: ({problem, page}) => `Unexpected ${problem} on \`${page}\``,
  why: 'Pages run under a strict policy and are read by screen readers: each has one heading of the first level, unique ids, and no inline code.',
  fix: ours,
  since: '0.1.0'
})
