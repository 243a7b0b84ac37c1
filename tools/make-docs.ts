/** Writes the reference pages that are made from the code: messages, tables, tree. `--check` compares instead. */
import {readFile, writeFile} from 'node:fs/promises'
import {rules} from '../pipeline/diagnostics/index.ts'
import {tableList} from '../pipeline/tree/tables.ts'

const root = new URL('../', import.meta.url)
const made = '<!-- Made by `make docs`; never edited. -->'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function messages(): string {
  const parts = [...rules.values()].map((rule) => {
    const fix =
      typeof rule.fix === 'string' ? rule.fix : 'The message says how, with the values at hand.'
    return `## ${rule.id}\n\n${rule.title}: ${rule.severity}, since ${rule.since}.\n\n- **Why it matters** ${rule.why}\n- **How to mend it** ${fix}\n`
  })
  return `${made}\n\n# Messages\n\nEvery message names its rule. An *error* keeps a source or an output from being right, a *warning* wants somebody to look, a *note* (info) is good to know. Ids are permanent.\n\n${parts.join('\n')}`
}

function tables(): string {
  const parts = tableList.map(({name, title, description, key, columnList}) => {
    const rows = columnList.map((column) => {
      const traits = [
        ...(column.name === key ? ['key'] : []),
        column.required ? 'always' : 'may be empty',
        ...(column.references ? [`→ [${column.references}](#${column.references})`] : []),
        ...(column.unit ? [column.unit] : [])
      ]
      const values = column.values ? ` One of ${column.values.map((value) => `\`${value}\``).join(', ')}.` : ''
      return `| \`${column.name}\` | ${column.type} | ${traits.join(', ')} | ${cell(column.description.en)}.${values} |`
    })
    return `## ${name}\n\n${title.en}. ${description.en}\n\n| column | type | | |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return `${made}\n\n# Tables\n\nEvery table is \`data/<table>.csv\`: UTF-8, comma, LF, a header always; an empty cell is null. Offsets count Unicode code points of the decoded source, lines from 1. The first column is the key; in tables of the edition ids carry the article's slug, as in \`witkoff-ushakov-call.turn-001\`.\n\n${parts.join('\n')}`
}

interface Schema {
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly const?: string
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly pattern?: string
}

function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return `[${name}](#${name.toLowerCase()})`
  }
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(' or ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map(typeOf).join(' or ')
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'values'}`
  return schema.type ?? 'value'
}

async function tree(): Promise<string> {
  const text = await readFile(new URL('schemas/article.schema.json', root), 'utf8')
  const schema: Schema & {readonly $defs: Readonly<Record<string, Schema>>} = JSON.parse(text)
  const section = ([name, definition]: [string, Schema]): string => {
    const {properties = {}, required = [], description} = definition
    const rows = Object.entries(properties).map(
      ([key, of]) =>
        `| \`${key}\` | ${cell(typeOf(of))} | ${required.includes(key) ? 'always' : ''} | ${cell(of.description ?? '')} |`
    )
    const body =
      rows.length > 0
        ? `| key | value | | |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
        : `${typeOf(definition)}\n`
    return `## ${name}\n\n${description ? `${description}\n\n` : ''}${body}`
  }
  const sections = [
    section(['article', schema]),
    ...Object.entries(schema.$defs).map(section)
  ]
  return `${made}\n\n# The article tree\n\n${schema.description}\n\nIt is written to \`articles/<slug>/article.json\`; the schema is \`schemas/article.schema.json\`.\n\n${sections.join('\n')}`
}

/** The list of packages in the compiled command, between two marks of a page that is otherwise written by hand. */
async function thirdParty(): Promise<string> {
  const page = await readFile(new URL('THIRD-PARTY.md', root), 'utf8')
  const packages: {name: string; version: string; licence: string}[] = JSON.parse(
    await readFile(new URL('build/packages.json', root), 'utf8')
  )
  const rows = packages.map(({name, version, licence}) => `| ${name} | ${version} | ${licence} |`)
  const list = `| package | version | licence |\n| --- | --- | --- |\n${rows.join('\n')}`
  return page.replace(/(<!-- packages -->\n)[\s\S]*(\n<!-- end -->)/u, (_, start, end) => `${start}${list}${end}`)
}

const pages = {
  'THIRD-PARTY.md': await thirdParty(),
  'docs/reference/messages.md': messages(),
  'docs/reference/tables.md': tables(),
  'docs/reference/tree.md': await tree()
}
let stale = 0
for (const [path, text] of Object.entries(pages)) {
  const file = new URL(path, root)
  const page = `${text.trimEnd()}\n`
  if (!process.argv.includes('--check')) await writeFile(file, page)
  else if ((await readFile(file, 'utf8').catch(() => '')) !== page) {
    console.error(`${path} is not what the code says: run \`make docs\`.`)
    stale++
  }
}
process.exitCode = stale > 0 ? 1 : 0
