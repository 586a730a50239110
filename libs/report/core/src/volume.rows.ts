import type { ComplaintCount } from '@tenure/complaint-contract';
import type { ReportInputs, Twice } from './report.inputs';

/** How many cases there were of one kind. */
export interface VolumeRow extends Twice<number> {
  /** Null of those of which nothing was said. */
  readonly key: string | null;
}

/** Cases that were opened; each list by their number, the largest first. */
export interface Volumes {
  readonly total: Twice<number>;
  readonly byType: readonly VolumeRow[];
  readonly byChannel: readonly VolumeRow[];
  readonly byProduct: readonly VolumeRow[];
  /** By theme; a case may have several, or none. */
  readonly byTheme: readonly VolumeRow[];
  readonly withoutTheme: Twice<number>;
  /** Answers and voices by theme: likewise. */
  readonly heardByTheme: readonly VolumeRow[];
}

export function volumesOf({ cases, themed, heard }: ReportInputs): Volumes {
  const by = (keyOf: (count: ComplaintCount) => string | null) =>
    rowsOf(
      cases.now.map((count) => [keyOf(count), count.cases] as const),
      cases.before.map((count) => [keyOf(count), count.cases] as const),
    );
  const total = { now: sumOf(cases.now), before: sumOf(cases.before) };
  return {
    total,
    byType: by(({ caseType }) => caseType),
    byChannel: by(({ channel }) => channel),
    byProduct: by(({ product }) => product),
    heardByTheme: rowsOf(themesOf(heard.now), themesOf(heard.before)),
    byTheme: rowsOf(themesOf(themed.now), themesOf(themed.before)),
    withoutTheme: { now: total.now - themedOf(themed.now), before: total.before - themedOf(themed.before) },
  };
}

type Counted = readonly (readonly [key: string | null, cases: number])[];

function rowsOf(now: Counted, before: Counted): readonly VolumeRow[] {
  const [sums, sumsBefore] = [sumsOf(now), sumsOf(before)];
  const keys = [...new Set([...sums.keys(), ...sumsBefore.keys()])];
  return keys
    .map((key) => ({ key, now: sums.get(key) ?? 0, before: sumsBefore.get(key) ?? 0 }))
    .sort((one, other) => other.now - one.now || other.before - one.before || byText(one.key, other.key));
}

function sumsOf(counted: Counted): ReadonlyMap<string | null, number> {
  const sums = new Map<string | null, number>();
  for (const [key, cases] of counted) sums.set(key, (sums.get(key) ?? 0) + cases);
  return sums;
}

/** By code units, whatever the language of the machine; what has no name comes last. */
const byText = (one: string | null, other: string | null): number =>
  one === other ? 0 : other === null || (one !== null && one < other) ? -1 : 1;

const sumOf = (counts: readonly ComplaintCount[]): number => counts.reduce((sum, { cases }) => sum + cases, 0);

const themesOf = (themed: ReadonlyMap<string, readonly string[]>): Counted =>
  [...themed.values()].flatMap((themes) => [...new Set(themes)].map((themeId) => [themeId, 1] as const));

const themedOf = (themed: ReadonlyMap<string, readonly string[]>): number =>
  [...themed.values()].filter((themes) => themes.length > 0).length;
