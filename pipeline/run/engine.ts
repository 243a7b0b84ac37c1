import {setFlagsFromString} from 'node:v8'

/**
 * Lets the engine compile less: most of what makes an edition runs too briefly to pay for being compiled for speed.
 * Measured, that costs a fifth of the CPU of a build of one article and of twenty; it changes no result. For the
 * process of a command alone: a program that uses this library has its own ways.
 * @see https://v8.dev/blog/sparkplug for the tiers of V8, https://v8.dev/docs/wasm-compilation-pipeline for those of WebAssembly
 */
export function compileSparingly(): void {
  // Bytecode that a function runs before it is thought worth it: 67,584 otherwise.
  setFlagsFromString('--interrupt-budget=300000')
  // Compiling SQLite a second time pays beyond about a million rows alone, and then a fifth.
  setFlagsFromString('--liftoff-only')
}
