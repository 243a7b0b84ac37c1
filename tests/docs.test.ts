import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rules} from '../pipeline/diagnostics/index.ts'
import {tableList} from '../pipeline/tree/tables.ts'
import {newFolder} from './support/files.ts'

const root = resolve(new URL('../', import.meta.url).pathname)
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
]
const read = (page: string): string => readFileSync(join(root, page), 'utf8')

/** Commands of the `console` blocks of a page with the output that is shown behind each. */
function commandsOf(page: string): {command: string; output: string}[] {
  const list: {command: string; output: string}[] = []
  for (const [, block = ''] of read(page).matchAll(/^```console\n([\s\S]*?)^```$/gmu)) {
    let open: string | null = null
    for (const line of block.trimEnd().split('\n')) {
      const last = list.at(-1)
      if (open !== null && last) {
        last.command += `\n${line}`
        if (line === open) open = null
      } else if (line.startsWith('$ ')) {
        list.push({command: line.slice(2), output: ''})
        open = /<<'(\w+)'/u.exec(line)?.[1] ?? null
      } else if (last) last.output += `${line}\n`
    }
  }
  return list
}

/** A folder with the sources of this repository and the command on its path. */
function workshop(): {cwd: string; env: NodeJS.ProcessEnv} {
  const cwd = newFolder()
  cpSync(join(root, 'sources'), join(cwd, 'sources'), {recursive: true})
  const bin = join(newFolder(), 'bin')
  mkdirSync(bin)
  const script = join(bin, 'warraq')
  writeFileSync(
    script,
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'build/warraq.mjs')}" "$@"\n`
  )
  chmodSync(script, 0o755)
  return {
    cwd,
    env: {
      PATH: `${bin}:${dirname(process.execPath)}:${process.env.PATH}`,
      LC_ALL: 'C.UTF-8'
    }
  }
}

/** Output as a pattern: `…` on a line of its own stands for any lines. */
const patternOf = (output: string): RegExp =>
  new RegExp(
    `^${output
      .split(/^…\n/mu)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
      .join('[\\s\\S]*')}$`,
    'u'
  )

describe('every command that a page shows does what it says', () => {
  const shown = pages.filter((page) => commandsOf(page).length > 0)
  test.each(shown)('%s', (page) => {
    const {cwd, env} = workshop()
    for (const {command, output} of commandsOf(page)) {
      const {stdout, stderr} = spawnSync(
        'bash',
        ['--noprofile', '--norc', '-c', command],
        {
          cwd,
          env,
          encoding: 'utf8'
        }
      )
      const found = stderr + stdout
      expect({command, found: patternOf(output).test(found) ? output : found}).toEqual({
        command,
        found: output
      })
    }
  })
})

/** The anchors of a page, as GitHub makes them of its headings. */
const anchorsOf = (page: string): Set<string> =>
  new Set(
    [...read(page).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-')
    )
  )

test.each(pages)('every link of %s leads somewhere', (page) => {
  const text = read(page).replace(/^```[\s\S]*?^```$/gmu, '')
  for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/gu)) {
    if (/^[a-z]+:/u.test(link)) continue
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : relative(root, join(root, dirname(page), path))
    expect([link, existsSync(join(root, target))]).toEqual([link, true])
    if (anchor && target.endsWith('.md'))
      expect([link, anchorsOf(target).has(anchor)]).toEqual([link, true])
  }
})

test('the reference has every rule, table, option and exit status', () => {
  for (const id of rules.keys())
    expect(read('docs/reference/messages.md')).toContain(`## ${id}\n`)
  for (const {name} of tableList)
    expect(read('docs/reference/tables.md')).toContain(`## ${name}\n`)
  const commands = read('docs/reference/command-line.md')
  const options =
    readFileSync(join(root, 'pipeline/cli.ts'), 'utf8').split('} as const')[0] ?? ''
  for (const [, name = ''] of options.matchAll(/^ {2}'?([a-z-]+)'?: \{type/gmu))
    expect(commands).toContain(`--${name}`)
  for (const status of [0, 1, 2, 130, 143]) expect(commands).toContain(String(status))
})

test('every make target that a page names is there', () => {
  const makefile = read('Makefile')
  for (const page of pages)
    for (const [, target = ''] of read(page).matchAll(
      /\bmake ([a-z]+)(?=[`\s])(?=[^\n]*(?:`|#))/gu
    ))
      if (
        read(page).includes(`\`make ${target}\``) ||
        read(page).includes(`make ${target}  `)
      )
        expect([page, target, new RegExp(`^${target}:`, 'mu').test(makefile)]).toEqual([
          page,
          target,
          true
        ])
})

/** The rows of a table of packages: name, version, licence. */
const bundled: readonly {name: string; version: string; licence: string}[] = JSON.parse(
  readFileSync(join(root, 'build/packages.json'), 'utf8')
)

test('the list of packages in the compiled command is true', () => {
  const [, list = ''] =
    read('THIRD-PARTY.md').split(/<!-- packages -->\n|<!-- end -->/u) ?? []
  const rows = [...list.matchAll(/^\| (\S+) \| (\d\S*) \| (\S.*) \|$/gmu)]
  expect(rows.map(([, name, version, licence]) => ({name, version, licence}))).toEqual(
    bundled
  )
  expect(bundled.length).toBeGreaterThan(20)
})

test('the licence of each of them stands beside the command', () => {
  const texts = readFileSync(join(root, 'build/THIRD-PARTY-LICENSES.txt'), 'utf8')
  for (const {name, version, licence} of bundled) {
    const [, rest = ''] = texts.split(`${name} ${version} (${licence})\n\n`)
    expect([name, rest.trim().slice(0, 40)]).not.toEqual([name, ''])
  }
})

test('a dependency that is not compiled in is named', async () => {
  const {default: manifest} = await import('../package.json', {with: {type: 'json'}})
  const text = read('THIRD-PARTY.md')
  const names = new Set(bundled.map(({name}) => name))
  const fonts = {
    '@fontsource/ibm-plex-sans-arabic': 'IBM Plex Sans Arabic',
    '@fontsource/noto-naskh-arabic': 'Noto Naskh Arabic'
  }
  for (const name of Object.keys(manifest.dependencies)) {
    if (names.has(name)) continue
    const called =
      Object.entries(fonts).find(([font]) => font === name)?.[1] ?? `\`${name}\``
    expect([name, text.includes(called)]).toEqual([name, true])
  }
})
