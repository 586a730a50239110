import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIFECYCLE_STAGES } from '@tenure/shared-contract';
import type { ChurnModelContent, LifecycleContent } from '@tenure/policy-contract';

const ROOT = join(__dirname, '../..');
const DEFAULTS = join(ROOT, 'libs/policy/service/defaults');

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const contentOf = <Content>(policyId: string): Content =>
  (JSON.parse(readFileSync(join(DEFAULTS, `${policyId}.policy.json`), 'utf8')) as { readonly content: Content })
    .content;

/** The first cell of each line of a table, where that names something. */
const namedIn = (page: string): string[] => [...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, name = '']) => name);

describe.each(['docs/lifecycle.md', 'docs/lifecycle.zh.md'])('%s', (file) => {
  const page = read(file);

  it('names every stage, and every journey that comes with the platform', () => {
    const journeys = readdirSync(DEFAULTS).flatMap((name) => /^(journey-.+)\.policy\.json$/.exec(name)?.[1] ?? []);
    expect(namedIn(page).sort()).toEqual([...LIFECYCLE_STAGES, ...journeys].sort());
  });

  it('says the shortest stays that the lifecycle has', () => {
    const { minimumStay } = contentOf<LifecycleContent>('lifecycle');
    const days = minimumStay.map((one) => `${one.days}`);
    const said = [...page.matchAll(/[(（]([^()（）]*)[)）]/g)].map(([, inside = '']) => inside.match(/\d+/g) ?? []);
    expect(said).toContainEqual(days);
  });

  it('says from which score on a band begins, and when scores are made', () => {
    const { bands, daily, horizonDays } = contentOf<ChurnModelContent>('churn-model');
    for (const { band, atLeast } of bands)
      expect(page).toMatch(new RegExp(`${atLeast}[^\\d]{0,4}\`${band}\`|\`${band}\` from ${atLeast}`));
    expect(page).toContain(`${daily.hour}:00`);
    expect(page.replaceAll('\n', ' ')).toMatch(new RegExp(`${horizonDays} (days|天)`));
  });
});

it('both pages have the same examples', () => {
  const commandsOf = (file: string) =>
    read(file)
      .match(/^\$ .+$/gm)
      ?.map((command) => command.replace(' --words zh', ''));
  expect(commandsOf('docs/lifecycle.zh.md')).toEqual(commandsOf('docs/lifecycle.md'));
});
