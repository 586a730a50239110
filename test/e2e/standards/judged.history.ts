import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { policyFile, publishWhereAbsent } from '@tenure/policy-service';
import { CaseClockEntry } from '@tenure/service-standard-service';
import { parse } from 'papaparse';
import { startStack, type Stack } from '../testing/stack';
import { instantOf, monthOf, type RecountedClock } from './recounted.clock';

export const SAMPLES = join(__dirname, '../../../infra/samples');
const SHARED = process.env.TEST_SHARED_DATA ?? join(__dirname, '../../../../shared/data');
export const HELPDESK = join(SHARED, 'helpdesk/helpdesk.csv.gz');
/** Its licence is not stated, so that the repository can't carry it. */
export const hasHelpdesk = existsSync(HELPDESK);

/** The platform with the standards that were made for some samples. */
export async function startJudging(samples: readonly string[], now?: string): Promise<Stack> {
  const stack = await startStack({ now, notices: true });
  for (const name of (await readdir(SAMPLES)).sort()) {
    if (!samples.some((sample) => name.startsWith(`${sample}.`)) || !name.endsWith('.policy.json')) continue;
    const file = policyFile(name, await readFile(join(SAMPLES, name), 'utf8'));
    await publishWhereAbsent(stack.commands, [file], file.effectiveFrom);
  }
  return stack;
}

export async function readRows(file: string): Promise<Record<string, string>[]> {
  const content = await readFile(file);
  const text = (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8');
  const { data } = parse<string[]>(text, { skipEmptyLines: true });
  const [names = [], ...rows] = data;
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
}

export async function readPolicy<Content>(name: string): Promise<Content> {
  const { content } = JSON.parse(await readFile(join(SAMPLES, `${name}.policy.json`), 'utf8')) as { content: Content };
  return content;
}

/** Resolves when all that was loaded is judged, also what time alone has done to it since. */
export async function judged(stack: Stack, now: string): Promise<void> {
  await stack.settled();
  for (let overdue = 1; overdue > 0;) {
    const rows: { overdue: number }[] = await stack.dataSource.query(
      `SELECT count(*)::int AS overdue FROM case_clock WHERE status = 'running' AND outcome = 'open' AND due_at <= $1`,
      [now],
    );
    overdue = rows[0]?.overdue ?? 0;
    if (overdue > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stack.settled();
}

/** Every clock of one standard as the platform has judged it, keyed `case|clock`. */
export async function judgedClocks(stack: Stack, policyId: string): Promise<Map<string, Judged>> {
  const rows = await stack.dataSource.getRepository(CaseClockEntry).findBy({ policyId });
  return new Map(
    rows.map(({ key, outcome, decidedAt }) => [key, { outcome, ...(decidedAt !== null && { decidedAt }) }]),
  );
}

export interface Judged {
  readonly outcome: string;
  /** ISO 8601 UTC. */
  readonly decidedAt?: string;
}

export const asJudged = ({ outcome, decidedAt }: RecountedClock): Judged => ({
  outcome,
  ...(decidedAt !== undefined && { decidedAt: instantOf(decidedAt) }),
});

export interface MonthFigures {
  readonly month: string;
  readonly clock: string;
  met: number;
  breached: number;
}

/** Attainment by clock and month, a plain count. */
export function countMonths(clocks: ReadonlyMap<string, RecountedClock>, timeZone: string): MonthFigures[] {
  const figures = new Map<string, MonthFigures>();
  for (const [key, { outcome, decidedAt }] of clocks) {
    if (decidedAt === undefined || (outcome !== 'met' && outcome !== 'breached')) continue;
    const [month, clock] = [monthOf(decidedAt, timeZone), key.slice(key.indexOf('|') + 1)];
    const group = figures.get(`${clock} ${month}`) ?? { clock, month, met: 0, breached: 0 };
    group[outcome]++;
    figures.set(`${clock} ${month}`, group);
  }
  return [...figures.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, figure]) => figure);
}
