import {spawnSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {root} from './documentation.ts'
import {newFolder} from './files.ts'

/** Packages that a program uses beside the library, and whose types its own are made of. */
const beside = ['unified', 'unist', 'vfile', 'vfile-message', 'rehype-parse', '@types']

/** An empty project with the packed package in it, as `npm install` would put it there. */
export function projectWithPackage(): string {
  const project = newFolder()
  const packed = run(
    'npm',
    ['pack', '--ignore-scripts', '--pack-destination', project],
    root
  )
  const modules = join(project, 'node_modules')
  mkdirSync(join(modules, 'warraq'), {recursive: true})
  const archive = join(project, packed.trim().split('\n').at(-1) ?? '')
  run(
    'tar',
    ['-xzf', archive, '-C', join(modules, 'warraq'), '--strip-components=1'],
    project
  )
  for (const name of beside)
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  writeFileSync(join(project, 'package.json'), '{"type": "module", "private": true}\n')
  return project
}

/** Runs a command to its end. @returns what it prints @throws where it fails, with what it says */
export function run(command: string, args: readonly string[], cwd: string): string {
  const {status, stdout, stderr} = spawnSync(command, args, {cwd, encoding: 'utf8'})
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}
