/** Makes an edition with the program in `build/`, and keeps the bytecode of all that ran: `keep-bytecode.ts FOLDER`. */
import {writeFileSync} from 'node:fs'
import {compileSparingly} from '../pipeline/run/engine.ts'
import {loadProgram} from '../pipeline/run/program.ts'

const [out = ''] = process.argv.slice(2)
const folder = new URL('../build/', import.meta.url).pathname
// As the command does: bytecode is good under the flags it was made under alone.
compileSparingly()
const {program, script} = loadProgram(folder)
const {buildEdition} = program['run/build.ts']()
await buildEdition({sources: 'sources', out})
writeFileSync(`${folder}program.bytecode`, script.createCachedData())
