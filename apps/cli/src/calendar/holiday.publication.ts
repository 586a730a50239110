import type { ApiClient } from '../api.client';
import { CliFailure } from '../cli-failure.error';
import type { HolidayYear } from './holiday.file';

export interface HolidayRequest {
  readonly policyId: string;
  readonly by: string;
  readonly years: readonly HolidayYear[];
  readonly effectiveFrom: string;
  /** Stop at the draft. */
  readonly draft?: boolean;
}

interface HolidaysContent {
  readonly region: string;
  readonly years: readonly HolidayYear[];
}

interface PublishedHolidays {
  readonly kind: string;
  readonly version: number;
  readonly title: object;
  readonly description?: object;
  readonly content: HolidaysContent;
}

interface Compared {
  readonly draftFingerprint: string;
  readonly comparison: { readonly of: string; readonly looked: number; readonly changed: number };
}

/** Puts the years in place of those of the newest version, and publishes that as the next. Hands out what was done, in lines. */
export async function publishHolidays(api: ApiClient, request: HolidayRequest): Promise<readonly string[]> {
  const { policyId, by, effectiveFrom } = request;
  const path = `/policies/${encodeURIComponent(policyId)}`;
  const newest = await newestOf(api, path, policyId);
  const years = merged(newest.content.years, request.years);
  const changes = changedYears(newest.content.years, years);
  if (changes.length === 0) return [`${policyId} version ${newest.version} says all of it already`];
  const { kind, title, description, content } = newest;
  const step = { version: newest.version + 1, by };
  const send = <Answer>(to: string, body: object) => api.post<Answer>(`${path}/${to}`, JSON.stringify(body));
  await send('drafts', { ...step, kind, title, description, content: { ...content, years } });
  const { draftFingerprint, comparison } = await send<Compared>('compare', step);
  const lines = [
    `${changes.join(', ')} drafted as version ${step.version} of ${policyId}`,
    `Looked at: ${comparison.looked} ${comparison.of}; changed by it: ${comparison.changed}`,
  ];
  if (request.draft) return [...lines, 'Not published'];
  await send('publish', { ...step, effectiveFrom, draftFingerprint });
  return [...lines, `Published, effective from ${effectiveFrom}`];
}

async function newestOf(api: ApiClient, path: string, policyId: string): Promise<PublishedHolidays> {
  const versions = await api.get<readonly PublishedHolidays[]>(`${path}/versions`);
  const newest = versions.at(-1);
  if (newest?.kind === 'holidays') return newest;
  throw new CliFailure(`${policyId} holds no public holidays`);
}

function merged(before: readonly HolidayYear[], given: readonly HolidayYear[]): readonly HolidayYear[] {
  const kept = before.filter(({ year }) => given.every((one) => one.year !== year));
  return [...kept, ...given].sort((one, other) => one.year - other.year);
}

/** Years that are new or say something else, in words. */
function changedYears(before: readonly HolidayYear[], after: readonly HolidayYear[]): readonly string[] {
  return after.flatMap((year) => {
    const known = before.find((one) => one.year === year.year);
    if (!known) return [`${year.year} (new, ${year.days.length} days)`];
    return wording(known) === wording(year) ? [] : [`${year.year} (changed, ${year.days.length} days)`];
  });
}

const wording = ({ days, papers }: HolidayYear): string =>
  JSON.stringify([days.map(({ day, name, isOffDay }) => [day, name, isOffDay]), papers ?? []]);
