import {spawnSync} from 'node:child_process'
import {chmodSync, cpSync, existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {describe, expect, test} from 'vitest'
import {anchorsOf, pages, proseOf, read, root} from './support/documentation.ts'
import {newFolder} from './support/files.ts'

/** Commands of the `console` and `sh` blocks of a page with the output that is shown behind each. */
function commandsOf(page: string): {command: string; output: string}[] {
  const list: {command: string; output: string}[] = []
  for (const [, block = ''] of read(page).matchAll(
    /^```(?:console|sh)\n(\$ [\s\S]*?)^```$/gmu
  )) {
    let open: string | null = null
    for (const line of block.replace(/\n$/u, '').split('\n')) {
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
        {cwd, env, encoding: 'utf8'}
      )
      const found = stderr + stdout
      expect({command, found: patternOf(output).test(found) ? output : found}).toEqual({
        command,
        found: output
      })
    }
  })
})

test.each(pages)('every link of %s leads somewhere', (page) => {
  for (const [, link = ''] of proseOf(page).matchAll(/\]\(([^)\s]+)\)/gu)) {
    if (/^[a-z]+:/u.test(link)) continue
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : relative(root, join(root, dirname(page), path))
    expect([link, existsSync(join(root, target))]).toEqual([link, true])
    if (anchor && target.endsWith('.md'))
      expect([link, anchorsOf(target).has(anchor)]).toEqual([link, true])
  }
})

test('the map of the documentation leads to every page of it', () => {
  const map = read('docs/README.md')
  for (const page of pages)
    if (page.startsWith('docs/') && page !== 'docs/README.md')
      expect([page, map.includes(`](${page.slice('docs/'.length)})`)]).toEqual([
        page,
        true
      ])
})

/** Folders of the repository; what a page names in them must be there. */
const ours = /`((?:pipeline|tests|schemas|tools|docs|\.github)\/[\w./-]*)`/gu

test.each(pages)('every file of the repository that %s names is there', (page) => {
  if (page === 'docs/reference/outputs.md') return
  for (const [, path = ''] of proseOf(page).matchAll(ours))
    expect([path, existsSync(join(root, path))]).toEqual([path, true])
})

test('every make target that a page names is there', () => {
  const makefile = read('Makefile')
  for (const page of pages)
    for (const [, target = ''] of read(page).matchAll(
      /(?:`|^(?: {4}|\$ )?)make ([a-z]+)/gmu
    ))
      expect([page, target, new RegExp(`^${target}:`, 'mu').test(makefile)]).toEqual([
        page,
        target,
        true
      ])
})
