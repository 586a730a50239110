import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settingsTable } from '@tenure/config';
import { readText, ROOT, trackedFiles } from './workspace';

const withoutPadding = (line: string): string => line.replace(/\s*\|\s*/g, '|').replace(/-+/g, '-');
const readme = readText('README.md');
const scripts = Object.keys((JSON.parse(readText('package.json')) as { scripts: object }).scripts);

describe('README', () => {
  it.each(settingsTable().map(withoutPadding))('lists %s', (line) => {
    expect(readme.split('\n').map(withoutPadding)).toContain(line);
  });

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map(([, script]) => script);
    expect(named.filter((script) => !scripts.includes(script ?? ''))).toEqual([]);
  });
});

describe('documents', () => {
  it('link to files that exist', () => {
    const documents = trackedFiles().filter((file) => file.endsWith('.md'));
    const broken = documents.flatMap((file) =>
      [...readText(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, link]) => join(dirname(file), link ?? ''))
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => ({ file, path })),
    );
    expect(broken).toEqual([]);
  });
});
