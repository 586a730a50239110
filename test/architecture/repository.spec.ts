import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText, ROOT, trackedFiles } from './workspace';

const files = trackedFiles();
const texts = files.filter((file) => /\.(ts|mjs|cjs|js|json|md|yml|yaml|sh)$|^\.|\/run$/.test(file));

const TOP_LEVEL = [
  'apps',
  'libs',
  'infra',
  'test',
  'docs',
  'nx.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'docker-compose.yml',
  'README.md',
];

describe('repository', () => {
  it('keeps its top level to what belongs there', () => {
    const top = new Set(files.map((file) => file.replace(/\/.*/, '')));
    expect([...top].filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name))).toEqual([]);
  });

  it('locks packages without saying where from', () => {
    expect(readText('package-lock.json')).not.toMatch(/"resolved": "http/);
  });

  it('names no folder of a machine and no registry', () => {
    const names = /(^|[\s'"`(=:])\/(work|home|root|Users)\/[a-z]|registry\.npmjs|registry\.yarnpkg|npmmirror/m;
    const own = 'test/architecture/repository.spec.ts';
    expect(texts.filter((file) => file !== own && names.test(readText(file)))).toEqual([]);
  });

  it('leaves no test out and singles none out', () => {
    const specs = files.filter((file) => /\.spec\.ts$/.test(file) && !file.startsWith('test/architecture/'));
    expect(
      specs.filter((file) =>
        /\b(it|test|describe)\.(only|todo)\b|\bx(it|describe)\(|\bf(it|describe)\(/.test(readText(file)),
      ),
    ).toEqual([]);
  });

  it('registers every migration', () => {
    const migrations = files.filter((file) => /\.migration\.ts$/.test(file));
    const orphans = migrations.filter((file) => {
      const [, folder, module] = /^(.+?\/src)\/(?:.+\/)?([^/]+)\.ts$/.exec(file) ?? [];
      return !files.some(
        (other) => other !== file && other.startsWith(`${folder}/`) && readText(other).includes(`${module}'`),
      );
    });
    expect(orphans).toEqual([]);
  });

  it('numbers its decisions without a gap', () => {
    const numbers = readdirSync(join(ROOT, 'docs/adr'))
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => Number(file.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(5);
  });
});
