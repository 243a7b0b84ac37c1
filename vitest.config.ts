import {defineConfig} from 'vitest/config'

export default defineConfig({
  // As in the compiled program: what is kept of a build is reused.
  define: {__WARRAQ_CODE__: '"test"'},
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: process.env['CI'] ? ['default', ['json', {outputFile: 'build/vitest.json'}]] : ['default']
  }
})
