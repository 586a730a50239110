/** One run over every tier, the fastest first; `TIERS=spec,int` narrows it. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const rootDir = join(__dirname, '../..');
const swc = JSON.parse(readFileSync(join(rootDir, 'infra/build/swcrc.json'), 'utf8'));

const IGNORED = ['/dist/', '/node_modules/'];
const tiers = {
  spec: {
    testMatch: ['<rootDir>/{apps,libs}/**/src/**/*.spec.ts'],
    testPathIgnorePatterns: [...IGNORED, '\\.int\\.spec\\.ts$'],
  },
  architecture: { testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
  contract: { testMatch: ['<rootDir>/test/contract/**/*.spec.ts'] },
  int: { testMatch: ['<rootDir>/{apps,libs}/**/src/**/*.int.spec.ts'] },
  e2e: { testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
  chaos: { testMatch: ['<rootDir>/test/chaos/**/*.spec.ts'] },
};
/**
 * In Jest's sandbox every look at a global goes through an interceptor, which is half of what tight loops cost there: modules
 * are handed these instead. None of them may be one that a test replaces (timers, Date), that a package declares for itself
 * (Buffer, Promise, Symbol), or that is falsy (NaN).
 */
const GLOBALS = [
  ...['Array', 'ArrayBuffer', 'BigInt', 'DataView', 'Float64Array', 'Infinity', 'Int32Array', 'JSON', 'Map', 'Math'],
  ...['Object', 'RangeError', 'Reflect', 'RegExp', 'Set', 'TypeError', 'Uint32Array', 'WeakMap', 'WeakSet'],
  ...['isNaN', 'parseFloat', 'parseInt'],
];
const wanted = process.env.TIERS?.split(',') ?? Object.keys(tiers);

module.exports = {
  rootDir,
  // What hangs ends here; a busy machine is no reason to fail.
  testTimeout: 180_000,
  maxWorkers: 2,
  // After each file what it loaded is collected, and what is left is printed; a worker that keeps too much of it is replaced,
  // since long collections have it stand still until connections are given up.
  logHeapUsage: true,
  workerIdleMemoryLimit: '600MB',
  reporters: ['default', '<rootDir>/infra/jest/closing-line.reporter.cjs'],
  projects: wanted.map((tier) => ({
    rootDir,
    displayName: tier,
    testEnvironment: '<rootDir>/infra/jest/node.environment.cjs',
    sandboxInjectedGlobals: GLOBALS,
    testEnvironmentOptions: { customExportConditions: ['@tenure/source', 'node', 'require', 'default'] },
    testPathIgnorePatterns: IGNORED,
    modulePathIgnorePatterns: ['/dist/', '/.tenure/', '/.nx/'],
    transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, $schema: undefined, sourceMaps: 'inline' }] },
    setupFiles: ['reflect-metadata'],
    ...tiers[tier],
  })),
};
