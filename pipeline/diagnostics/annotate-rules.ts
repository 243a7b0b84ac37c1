import {defineRule} from './rule.ts'

export const unknownSpeaker = defineRule<{label: string; turns: number}>({
  id: 'annotate/unknown-speaker',
  severity: 'warning',
  title: 'A speaker that no authority file knows',
  message: ({label, turns}) =>
    `Unexpected speaker \`${label}\` (${turns} turns), expected a person of authorities.yaml`,
  why: 'Each turn is linked to who speaks, so that tables and TEI can count it. Until somebody says who this is, the speaker is known in this article alone, by its label.',
  fix: ({label}) =>
    `Add a person with the name \`${label}\` to authorities.yaml, or declare whom the label stands for under \`speakers\` in the sidecar.`,
  since: '0.1.0'
})

export const ambiguousSpeaker = defineRule<{label: string; people: readonly string[]}>({
  id: 'annotate/ambiguous-speaker',
  severity: 'warning',
  title: 'A label that several people share',
  message: ({label, people}) =>
    `Unexpected label \`${label}\`, expected one person; it could be ${people.map((id) => `\`${id}\``).join(' or ')}`,
  why: 'A guess would put words into somebody else’s mouth; the turn stays without a speaker.',
  fix: ({label}) =>
    `Declare whom \`${label}\` stands for under \`speakers\` in the sidecar, with the reason.`,
  since: '0.1.0'
})

export const ambiguousName = defineRule<{name: string; entities: readonly string[]}>({
  id: 'annotate/ambiguous-name',
  severity: 'info',
  title: 'A name that several entities share',
  message: ({name, entities}) =>
    `Unexpected name \`${name}\`, expected one entity; it could be ${entities.map((id) => `\`${id}\``).join(' or ')}`,
  why: 'The name is left unlinked in the text rather than linked to the wrong one.',
  fix: 'Take the spelling away from all but one of them in authorities.yaml, if only one is meant.',
  since: '0.1.0'
})

export const quoteNotFound = defineRule<{field: string; quote: string}>({
  id: 'annotate/quote-not-found',
  severity: 'error',
  title: 'Declared words that do not stand in the source',
  message: ({field, quote}) =>
    `Unexpected quote \`${quote}\` for \`${field}\`, expected words that stand in the source`,
  why: 'A declaration that names its words must be traceable to them.',
  fix: 'Copy the words from the source, letter by letter, or leave `quote` out.',
  since: '0.1.0'
})

export const unknownEntity = defineRule<{id: string; where: string}>({
  id: 'annotate/unknown-entity',
  severity: 'error',
  title: 'An id that no authority file has',
  message: ({id, where}) =>
    `Unexpected id \`${id}\` in ${where}, expected one of authorities.yaml`,
  why: 'A link to nothing would break every table and graph.',
  fix: ({id}) => `Add \`${id}\` to authorities.yaml, or mend the spelling.`,
  since: '0.1.0'
})

export const languageDiffers = defineRule<{declared: string; detected: string}>({
  id: 'annotate/language-differs',
  severity: 'info',
  title: 'A declared language the text does not look like',
  message: ({declared, detected}) =>
    `Unexpected text in \`${detected}\`, expected \`${declared}\` as declared`,
  why: 'The language decides names of months, direction and fonts. The declared one holds.',
  fix: 'Declare `language` in the sidecar if this article is in another language than its collection.',
  since: '0.1.0'
})
