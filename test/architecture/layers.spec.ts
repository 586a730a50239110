import { importsOf, isFixture, projects, readText, trackedFiles, type Project } from './workspace';

const all = projects();
const sources = trackedFiles().filter((file) => /^(apps|libs)\/.*\/src\/.*\.ts$/.test(file) && !isFixture(file));
const projectOf = (file: string): Project | undefined => all.find(({ folder }) => file.startsWith(`${folder}/`));
const named = (specifier: string): Project | undefined =>
  all.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));

/** What each type may import; a service moreover its own core. Lint holds the same table. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  calculation: [],
  contract: ['kernel', 'contract'],
  facts: ['kernel', 'contract', 'calculation'],
  core: ['kernel', 'contract', 'facts', 'calculation'],
  platform: ['kernel', 'platform', 'calculation'],
  service: ['contract', 'kernel', 'platform', 'facts', 'calculation'],
  app: ['app', 'service', 'platform', 'contract', 'facts', 'calculation', 'kernel'],
};

function mayImport(from: Project, to: Project): boolean {
  if (from.name === to.name || MAY_IMPORT[from.type]?.includes(to.type)) return true;
  if (from.type === 'platform') return to.scope === 'shared';
  return from.type === 'service' && to.type === 'core' && from.scope === to.scope;
}

const imports = sources.flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })));

describe('layers', () => {
  it('sees the projects and their imports', () => {
    expect(all.length).toBeGreaterThan(25);
    expect(imports.filter(({ specifier }) => named(specifier)).length).toBeGreaterThan(50);
  });

  it.each(all)('$name carries one type and one scope', ({ tags, type }) => {
    expect(tags.map((tag) => tag.replace(/:.+/, '')).sort()).toEqual(['scope', 'type']);
    expect(Object.keys(MAY_IMPORT)).toContain(type);
  });

  it('imports of other projects go downwards', () => {
    const upwards = imports.filter(({ file, specifier }) => {
      const [from, to] = [projectOf(file), named(specifier)];
      return from && to && !mayImport(from, to);
    });
    expect(upwards).toEqual([]);
  });

  it('names of projects that are imported exist', () => {
    expect(imports.filter(({ specifier }) => specifier.startsWith('@tenure/') && !named(specifier))).toEqual([]);
  });

  it('fixtures stay out of what is released', () => {
    expect(imports.filter(({ specifier }) => /^@tenure\/.+\/testing$/.test(specifier))).toEqual([]);
  });

  it('cores and the kernel know nothing but the domain', () => {
    const pure = imports.filter(({ file }) => ['kernel', 'facts', 'core'].includes(projectOf(file)?.type ?? ''));
    expect(pure.filter(({ specifier }) => !/^(\.|@tenure\/)/.test(specifier))).toEqual([]);
  });

  it('appends to the event store in one place', () => {
    const appending = sources.filter((file) => /\.appendToStream\(/.test(readText(file)));
    expect(appending).toEqual(['libs/platform/event-store/src/stream.appender.ts']);
  });
});
