import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');
const README = join(ROOT, 'libs/platform/embedded-event-store/README.md');
const [, example = ''] = /## In a Jest test\n\n```ts\n(.*?)\n```/s.exec(readFileSync(README, 'utf8')) ?? [];

describe('the Jest example in the README of the embedded event store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-readme-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has five lines', () => {
    expect(example.split('\n')).toHaveLength(5);
  });

  it('is a whole test file, which passes in a project of its own', async () => {
    const parser = { syntax: 'typescript' };
    const config = { transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser } }] }, testRegex: 'order\\.spec\\.ts$' };
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shop', private: true, jest: config }));
    writeFileSync(join(folder, 'order.spec.ts'), `${example}\n`);
    const { stderr } = await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js')], {
      cwd: folder,
    });
    expect(stderr).toMatch(/Tests: +1 passed, 1 total/);
  });
});
