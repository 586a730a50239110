/**
 * Compiles the TypeScript sources of one project from `src` to `dist` with swc; specs are left out, other files copied.
 * Usage: node compile.mjs PROJECT_FOLDER [SOURCE_FOLDER]
 */
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { transform } from '@swc/core';

const { $schema: _schema, ...options } = JSON.parse(await readFile(new URL('./swcrc.json', import.meta.url), 'utf8'));

const project = resolve(process.argv[2] ?? '.');
await compile(join(project, process.argv[3] ?? 'src'), join(project, 'dist'));

async function compile(from, to) {
  await rm(to, { recursive: true, force: true });
  const files = (await readdir(from, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const built = await Promise.allSettled(files.map((entry) => buildFile(join(entry.parentPath, entry.name), from, to)));
  const failures = built.filter(({ status }) => status === 'rejected');
  for (const { reason } of failures) console.error(reason.message ?? reason);
  if (failures.length > 0) process.exit(1);
}

async function buildFile(file, from, to) {
  if (file.endsWith('.spec.ts') || file.endsWith('.d.ts')) return;
  const target = join(to, relative(from, file));
  await mkdir(dirname(target), { recursive: true });
  if (file.endsWith('.ts')) await transpile(file, target.replace(/\.ts$/, '.js'));
  else await copyFile(file, target);
}

async function transpile(file, target) {
  const source = await readFile(file, 'utf8');
  const { code, map } = await transform(source, {
    ...options,
    swcrc: false,
    configFile: false,
    filename: file,
    sourceFileName: relative(dirname(target), file),
  });
  await writeFile(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
  await writeFile(`${target}.map`, map);
}
