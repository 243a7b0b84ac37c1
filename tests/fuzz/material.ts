import {readdirSync, readFileSync, statSync} from 'node:fs'
import {extname, join} from 'node:path'
import {root} from '../support/documentation.ts'

/** Folders of sources that we wrote, or that this repository publishes. */
const folders = ['sources', 'tests/cases', 'tests/eval', 'tests/rules']

/** The largest file that is taken apart: a case must be small to be quick. */
const largestBytes = 40_000

/** Our own files with an ending, in a fixed order: real shapes to start from. */
export function materialOf(ending: string): Buffer[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}).map((name) =>
        join(root, folder, name)
      )
    )
    .filter((path) => extname(path) === `.${ending}` && statSync(path).isFile())
    .sort()
    .map((path) => readFileSync(path))
    .filter((bytes) => bytes.length <= largestBytes)
}

/** What nobody would write, and what programs trip over: put into the middle of what people write. */
export const tokens: readonly string[] = [
  // Labels, dates, quotations, stage directions.
  ...[
    'Anna Lind: ',
    'س: ',
    'ويتكوف: ',
    '- ',
    '* ',
    '— ',
    'Q. ',
    '[00:12:31] ',
    '(laughs) ',
    '>> '
  ],
  ...[
    '5 March 2024',
    '٣١/١٢/١٤٤٦هـ',
    '2024年3月5日',
    '1/2/3',
    '30 February 2024',
    '25:99',
    'الجمعة'
  ],
  ...['“', '”', '«', '»', '"', "'", '(', ')', '[', ']', '„', '‹', '」'],
  ...[':', '::', ',', '،', '?', '؟', '!', '.', '…', '–', '_', '\t', '    '],
  // Line ends and blanks of every kind.
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u000b',
    '\u000c',
    '\u00a0',
    '\u3000'
  ],
  // Controls, bidirectional marks, marks that join, noncharacters, lone surrogates.
  ...[
    '\0',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u009b',
    '\u200b',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u061c'
  ],
  ...[
    '\u202a',
    '\u202e',
    '\u202c',
    '\u2066',
    '\u2067',
    '\u2069',
    '\ufeff',
    '\ufffd',
    '\ufffe',
    '\uffff'
  ],
  ...[
    '\ud83d',
    '\ude00',
    '😀',
    '👨‍👩‍👧',
    'a\u0301\u0301',
    '\u0301',
    '\u{10ffff}',
    'ﷺ',
    'ſ',
    'İ',
    'ß'
  ],
  // Other languages' syntax.
  ...[
    '<p>',
    '</p>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#0;',
    '&lt'
  ],
  ...[
    '<table><tr><td>',
    '<div><div>',
    '<svg>',
    '<template>',
    '<base href="//x/">',
    '<title>',
    '</article>'
  ],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    '{',
    '}',
    '$' + '{x}',
    '{{x}}',
    '%s',
    '\\',
    '\\u0000'
  ],
  ...[
    '---\n',
    '...\n',
    '!!js/function',
    '&a [*a]',
    '<<: *a',
    '| ',
    '=1+1',
    '@x',
    "'; DROP TABLE turns; --"
  ],
  ...[
    '../',
    '/etc/passwd',
    'file:///',
    'javascript:alert(1)',
    'http://',
    'data:,',
    'C:\\',
    'con',
    '.'
  ],
  ...['0', '-1', '1e999', '٠', '99999999999999999999', 'NaN', 'null', 'true', 'undefined']
]
