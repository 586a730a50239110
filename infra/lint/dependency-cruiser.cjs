const { join } = require('node:path');

/** Inside projects: no cycles, nothing unused. Between them: by package name alone. Layers are checked by lint and tests. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this file and it is not an entry point: delete it.',
      severity: 'error',
      from: { orphan: true, pathNot: ['/src/(index|main)\\.ts$', '\\.spec\\.ts$', '/src/testing/', '^test/', '/bin/'] },
      to: {},
    },
    {
      name: 'no-deep-imports',
      comment:
        'Another project is imported by its name, from what its package.json exports: its index and, for what has to load by itself, the catalogue of commands.',
      severity: 'error',
      from: { path: '^((?:apps/[^/]+|libs/kernel|libs/[^/]+/[^/]+)/)' },
      to: {
        path: '^(?:apps/[^/]+|libs/kernel|libs/[^/]+/[^/]+)/src/',
        pathNot: [
          '^$1',
          '/src/index\\.ts$',
          '/src/testing/index\\.ts$',
          '^libs/platform/commands/src/command\\.catalogue\\.ts$',
        ],
      },
    },
    {
      name: 'no-fixtures-in-production',
      severity: 'error',
      from: { pathNot: ['\\.spec\\.ts$', '/src/testing/', '^test/'] },
      to: { path: ['/src/testing/', '\\.spec\\.ts$'] },
    },
    // The peer library of a benchmark is a package of its own, installed when the benchmark is first run.
    { name: 'resolvable', severity: 'error', from: { pathNot: '^test/bench/peer/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/node_modules/.cache/', '^test/.*/data/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, '../typescript/tsconfig.specs.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@tenure/source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
