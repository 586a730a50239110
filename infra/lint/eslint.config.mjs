import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript-eslint';
import { boundaries, boundariesOfSpecs } from './boundaries.mjs';
import { fileName } from './file-name.rule.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SPECS = ['**/*.spec.ts', '**/src/testing/**/*.ts', 'test/**/*.ts'];

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read once, in libs/platform/config.',
};

/** What a pure core must not know: the time, chance, exceptions as answers, a framework. */
const impurities = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A core takes its time from the command.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'A core takes its time from the command.',
  },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'A core does not throw dice.' },
  { selector: 'ThrowStatement', message: 'A refusal is a returned code.' },
  { selector: 'Decorator', message: 'A core knows no framework.' },
];

export default typescript.config(
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', '**/.tenure/', 'rejects/'] },
  js.configs.recommended,
  {
    plugins: { tenure: { rules: { 'file-name': fileName } } },
    rules: {
      'tenure/file-name': 'error',
      // A switch over a union is one decision, however many members the union has.
      complexity: ['error', { max: 8, variant: 'modified' }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', environment],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommendedTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: {
      parserOptions: { project: ['infra/typescript/tsconfig.specs.json'], tsconfigRootDir: ROOT },
    },
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundaries],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Ports answer with promises, also where what stands behind one happens to know the answer at once.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        URL: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        performance: 'readonly',
        process: 'readonly',
        require: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
      },
    },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    files: ['libs/*/{core,facts}/src/**/*.ts'],
    ignores: SPECS,
    rules: { 'no-restricted-syntax': ['error', environment, ...impurities] },
  },
  {
    files: SPECS,
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundariesOfSpecs],
      'no-restricted-syntax': 'off',
      // Jest's matchers for a part of a value are of type any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['libs/platform/config/src/**', 'infra/**', 'test/**', 'apps/*/bin/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
