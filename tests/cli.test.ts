import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {commandHelp} from '../pipeline/run/help.ts'
import {laySources} from './chain.ts'
import {warraq} from './support/command.ts'
import {seedSources} from './support/edition.ts'
import {digestsOf, newFolder} from './support/files.ts'

const article =
  'A ship comes home\n5 March 2024\n\nThe ship came into the harbour after two months at sea.\n'
const edition = 'baseUrl: https://press.example/\n'
const clean = () => laySources({'edition.yaml': edition, 'press/ship.txt': article})
const broken = () =>
  laySources({
    'edition.yaml': edition,
    'press/ship.txt': article,
    'press/Bad Name.txt': article
  })

describe('help', () => {
  test('is printed when it is asked for, with exit status 0', () => {
    for (const args of [['--help'], ['-h'], ['help'], ['build', '--help']]) {
      const {status, stdout, stderr} = warraq(args)
      expect(status).toBe(0)
      expect(stdout).toContain('warraq build')
      expect(stderr).toBe('')
    }
  })
  test.each(Object.entries(commandHelp))(
    'of %s says what it does, its options and an example',
    (name, {usage, does, options, examples}) => {
      for (const args of [
        [name, '--help'],
        ['help', name]
      ]) {
        const {status, stdout, stderr} = warraq(args)
        expect([status, stderr]).toEqual([0, ''])
        expect(stdout).toContain(`warraq ${usage}\n`)
        for (const words of [does, ...Object.keys(options), ...examples])
          expect(stdout).toContain(words)
      }
    }
  )
  test('is printed where nothing is asked for, with exit status 2', () => {
    expect(warraq([]).status).toBe(2)
  })
  test('--version prints the version of the package', async () => {
    const {default: manifest} = await import('../package.json', {with: {type: 'json'}})
    expect(warraq(['--version']).stdout.trim()).toBe(manifest.version)
  })
})

describe('what was typed wrongly is said, with what was meant, and exit status 2', () => {
  test.each([
    [['biuld'], 'Did you mean `build`?'],
    [['build', '--ot', 'x'], 'Did you mean `--out`?'],
    [['build', '--quite'], 'Did you mean `--quiet`?'],
    [['build', 'a', 'b'], 'one folder'],
    [['explain', 'segment/no-dates'], 'Did you mean `segment/no-date`?'],
    [['check', `${seedSources}/sinai-new`], 'sinai-news'],
    [['build', '/nowhere/at/all'], 'there is no'],
    [['stage', 'file'], 'standard input']
  ])('%j', (args, words) => {
    const {status, stderr, stdout} = warraq(args)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
    expect(stdout).toBe('')
  })
})

describe('build', () => {
  test('exits with 0 where nothing is wrong, and says what it wrote', () => {
    const out = join(newFolder(), 'dist')
    const {status, stdout} = warraq(['build', clean(), '--out', out])
    expect(status).toBe(0)
    expect(stdout).toContain('1 article')
    expect(existsSync(join(out, 'articles/ship/index.html'))).toBe(true)
  })
  test('exits with 1 where a source has errors, and publishes the others', () => {
    const out = join(newFolder(), 'dist')
    const {status, stderr} = warraq(['build', broken(), '--out', out])
    expect(status).toBe(1)
    expect(stderr).toContain('press/Bad Name.txt')
    expect(stderr).toContain('source/bad-slug')
    expect(existsSync(join(out, 'articles/ship/index.html'))).toBe(true)
  })
  test('--json prints one object and nothing else', () => {
    const {stdout, stderr} = warraq([
      'build',
      broken(),
      '--out',
      join(newFolder(), 'd'),
      '--json'
    ])
    const report = JSON.parse(stdout)
    expect(report.articles).toBe(1)
    expect(report.messages[0].rule).toBe('source/bad-slug')
    expect(stderr).toBe('')
  })
  test('--quiet says errors only', () => {
    const {stdout, stderr} = warraq([
      'build',
      broken(),
      '--out',
      join(newFolder(), 'd'),
      '--quiet'
    ])
    expect(stdout).toBe('')
    expect(stderr).toContain('source/bad-slug')
    expect(
      warraq(['build', clean(), '--out', join(newFolder(), 'd'), '--quiet']).stderr
    ).toBe('')
  })
  test('an edition without a source is an edition', () => {
    const root = laySources({'edition.yaml': edition})
    const out = join(newFolder(), 'dist')
    expect(warraq(['build', root, '--out', out]).status).toBe(0)
    expect(existsSync(join(out, 'index.html'))).toBe(true)
  })
})

describe('check', () => {
  test('writes nothing', () => {
    const root = clean()
    mkdirSync(join(root, 'empty'))
    const before = digestsOf(dirname(join(root, 'x')))
    expect(warraq(['check', root], {cwd: root}).status).toBe(0)
    expect(digestsOf(root)).toEqual(before)
  })
  test('reads one file of a collection', () => {
    const {status, stdout} = warraq([
      'check',
      join(seedSources, 'sinai-news/witkoff-ushakov-call.txt')
    ])
    expect(status).toBe(0)
    expect(stdout).toContain('1 source checked')
  })
  test('reads a collection of sources that have no edition.yaml', () => {
    const root = laySources({'press/ship.txt': article, 'harbour/mast.txt': article})
    for (const [path, cwd] of [
      [join(root, 'press'), root],
      ['.', join(root, 'press')],
      [join(root, 'press/ship.txt'), root]
    ] as const) {
      const {status, stdout, stderr} = warraq(['check', path], {cwd})
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toContain('1 source checked')
    }
  })
})

describe('messages', () => {
  test('show file, line and column, the line with a caret, the rule and how to mend it', () => {
    const root = laySources({
      'edition.yaml': edition,
      'press/ship.txt': article.replace('harbour', 'har\u0007bour')
    })
    const {stderr} = warraq(['check', root])
    expect(stderr).toContain('press/ship.txt:4:27')
    expect(stderr).toContain('read/control-character')
    expect(stderr).toContain('help:')
    expect(stderr).toMatch(/^\s*\^/mu)
    expect(stderr).not.toContain('\u0007')
  })
  test('have no colour where nobody sees it, and none with NO_COLOR', () => {
    const colour = '\u001b['
    expect(warraq(['check', broken()]).stderr).not.toContain(colour)
    expect(warraq(['check', broken()], {env: {FORCE_COLOR: '1'}}).stderr).toContain(
      colour
    )
    expect(
      warraq(['check', broken()], {env: {FORCE_COLOR: '1', NO_COLOR: '1'}}).stderr
    ).not.toContain(colour)
  })
  test('name hostile files without sending their escapes to the terminal', () => {
    const root = clean()
    writeFileSync(join(root, 'press/\u001b[2Jevil.txt'), article)
    const {stderr, status} = warraq(['check', root], {env: {FORCE_COLOR: '1'}})
    expect(status).toBe(1)
    expect(stderr).not.toContain('\u001b[2J')
  })
})

describe('explain', () => {
  test('lists every rule, and tells one', () => {
    expect(warraq(['explain']).stdout).toContain('segment/no-date')
    const {stdout, status} = warraq(['explain', 'segment/no-date'])
    expect(status).toBe(0)
    expect(stdout).toContain('How to mend it')
  })
})
