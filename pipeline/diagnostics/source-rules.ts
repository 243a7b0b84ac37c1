import {defineRule} from './rule.ts'

export const badSlug = defineRule<{name: string; suggestion: string}>({
  id: 'source/bad-slug',
  severity: 'error',
  title: 'A file name that gives no slug',
  message: ({name}) =>
    `Unexpected name \`${name}\`, expected lower-case Latin letters, digits and single hyphens, beginning with a letter`,
  why: 'The slug is the article’s identity in every address, table and file.',
  fix: ({name, suggestion}) =>
    `Rename the file to \`${suggestion}\`, or write \`slug: …\` in \`${name.replace(/\.[^.]*$/u, '')}.yaml\` beside it.`,
  since: '0.1.0'
})

export const badCollection = defineRule<{name: string; suggestion: string}>({
  id: 'source/bad-collection',
  severity: 'error',
  title: 'A folder name that gives no collection',
  message: ({name}) =>
    `Unexpected name \`${name}\` of a folder, expected lower-case Latin letters, digits and single hyphens, beginning with a letter`,
  why: 'The name of the folder is the id of the collection in every address, table and file.',
  fix: ({suggestion}) => `Rename the folder to \`${suggestion}\`.`,
  since: '0.1.0'
})

export const duplicateSlug = defineRule<{slug: string; first: string}>({
  id: 'source/duplicate-slug',
  severity: 'error',
  title: 'Two sources with one slug',
  message: ({slug, first}) =>
    `Unexpected slug \`${slug}\`, expected one that \`${first}\` does not have`,
  why: 'Slugs are unique in the whole edition: one of the two would overwrite the other.',
  fix: 'Rename one of the files, or give it another `slug:` in its sidecar.',
  since: '0.1.0'
})

export const unreadableType = defineRule<{name: string; known: readonly string[]}>({
  id: 'source/unknown-type',
  severity: 'error',
  title: 'A file that no reader reads',
  message: ({name, known}) =>
    `Unexpected file \`${name}\`, expected one that ends in ${known.map((ending) => `\`.${ending}\``).join(', ')}`,
  why: 'Everything in a collection is either a source or belongs to one; nothing is passed over in silence.',
  fix: 'Save the article as plain text, or move the file out of the folder of sources.',
  since: '0.1.0'
})

export const notAFile = defineRule<{name: string; found: string}>({
  id: 'source/not-a-file',
  severity: 'error',
  title: 'A source that is no file',
  message: ({name, found}) => `Unexpected ${found} \`${name}\`, expected a file`,
  why: 'There are no bytes to read under this name.',
  fix: 'Put the file itself there, or remove the entry.',
  since: '0.1.0'
})

export const outside = defineRule<{name: string}>({
  id: 'source/outside',
  severity: 'error',
  title: 'A link out of the folder of sources',
  message: ({name}) =>
    `Unexpected link \`${name}\` out of the folder of sources, expected a file in it`,
  why: 'What is published must lie among the sources, so that it is kept with them.',
  fix: 'Copy the file into the collection.',
  since: '0.1.0'
})

export const unreadable = defineRule<{name: string; code: string}>({
  id: 'source/unreadable',
  severity: 'error',
  title: 'A file that cannot be opened',
  message: ({name, code}) =>
    `Unexpected ${code} for \`${name}\`, expected a file that can be read`,
  why: 'The system refuses to open it.',
  fix: 'Look at the permissions of the file and of the folders above it.',
  since: '0.1.0'
})

export const badYaml = defineRule<{problem: string}>({
  id: 'source/bad-yaml',
  severity: 'error',
  title: 'A YAML file that cannot be read',
  message: ({problem}) => `Unexpected YAML, expected a mapping: ${problem}`,
  why: 'What is declared in the file is unknown, so nothing that depends on it is published.',
  fix: 'Mend the line. Values with a colon or a hash in them need quotation marks.',
  since: '0.1.0'
})

export const badDeclaration = defineRule<{path: string; problem: string}>({
  id: 'source/bad-declaration',
  severity: 'error',
  title: 'A declaration that the schema does not allow',
  message: ({path, problem}) => `Unexpected value at \`${path}\`: ${problem}`,
  why: 'A misspelt key would be ignored in silence, and a wrong value would be published.',
  fix: 'Compare it with docs/reference/sources.md.',
  since: '0.1.0'
})

export const duplicateId = defineRule<{id: string}>({
  id: 'source/duplicate-id',
  severity: 'error',
  title: 'Two entities with one id',
  message: ({id}) => `Unexpected id \`${id}\`, expected one that no other entity has`,
  why: 'An id stands for one person, organisation or place in every output.',
  fix: 'Give one of them another id, or merge the two entries.',
  since: '0.1.0'
})

export const unknownReference = defineRule<{id: string; field: string; owner: string}>({
  id: 'source/unknown-reference',
  severity: 'error',
  title: 'A reference to an entity that does not exist',
  message: ({id, field, owner}) =>
    `Unexpected id \`${id}\` as \`${field}\` of \`${owner}\`, expected one of authorities.yaml`,
  why: 'A link to nothing would break every table and graph.',
  fix: ({id}) => `Add \`${id}\` to authorities.yaml, or mend the spelling.`,
  since: '0.1.0'
})

export const lonelySidecar = defineRule<{name: string}>({
  id: 'source/lonely-sidecar',
  severity: 'warning',
  title: 'A sidecar without its source',
  message: ({name}) =>
    `Unexpected sidecar \`${name}\`, expected a source of the same name beside it`,
  why: 'Its declarations are used by nothing.',
  fix: 'Add the source, or rename the sidecar as the source is named.',
  since: '0.1.0'
})

export const noBaseUrl = defineRule<object>({
  id: 'source/no-base-url',
  severity: 'info',
  title: 'An edition without an address',
  message: () =>
    'Unexpected edition without `baseUrl`, expected the address it is published at',
  why: 'Identifiers and the site map need absolute addresses; https://edition.example/ stands in for it.',
  fix: 'Write `baseUrl: https://…/` in sources/edition.yaml.',
  since: '0.1.0'
})

export const brokenNeighbour = defineRule<{name: string; neighbour: string}>({
  id: 'source/broken-neighbour',
  severity: 'error',
  title: 'A source whose declarations cannot be read',
  message: ({name, neighbour}) =>
    `Unexpected errors in \`${neighbour}\`, expected declarations for \`${name}\``,
  why: 'Publishing the article without what was declared about it could publish something wrong.',
  fix: ({neighbour}) => `Mend \`${neighbour}\`: its own messages say where.`,
  since: '0.1.0'
})

export const stray = defineRule<{name: string}>({
  id: 'source/stray',
  severity: 'error',
  title: 'A file outside of a collection',
  message: ({name}) =>
    `Unexpected \`${name}\` in the folder of sources, expected edition.yaml, authorities.yaml and a folder for each collection`,
  why: 'An article belongs to a collection, which says who published it.',
  fix: 'Move the file into the folder of its collection.',
  since: '0.1.0'
})

export const thinEdition = defineRule<{missing: readonly string[]}>({
  id: 'source/thin-edition',
  severity: 'info',
  title: 'An edition that cannot be cited yet',
  message: ({missing}) =>
    `Unexpected version without ${missing.map((key) => `\`${key}\``).join(', ')}, expected what a citation names`,
  why: 'Without creators there is no CITATION.cff; without title, creators and publisher no DataCite record; without a licence nobody may know what is allowed. Nothing is made up for them.',
  fix: ({missing}) =>
    `Declare ${missing.map((key) => `\`${key}:\``).join(', ')} in sources/edition.yaml, as far as there is something to declare.`,
  since: '0.1.0'
})
