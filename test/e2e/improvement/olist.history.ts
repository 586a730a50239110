import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ThemesContent } from '@tenure/policy-contract';
import { parse, unparse } from 'papaparse';
import { SAMPLES } from '../standards/judged.history';
import { complaintsAmong, OLIST, ZONE, type Review } from './olist.rows';
import { dayNumber } from './plain.months';
import type { Counted } from './plain.rises';
import { plainThemes } from './plain.themes';

/** The list of what happened, as a reader would make it, cut at a moment; the parts go with `remove`. */
export async function writeHistory(cutAt: string): Promise<{ readonly files: string[]; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-olist-'));
  const whole = join(folder, 'olist.csv');
  const script = join(SAMPLES, 'olist.history.mjs');
  await promisify(execFile)('/bin/sh', ['-c', `'${process.execPath}' '${script}' '${OLIST}' > '${whole}'`]);
  const { data } = parse<Record<string, string>>(await readFile(whole, 'utf8'), { header: true, skipEmptyLines: true });
  const parts = [data.filter((row) => (row['at'] ?? '') < cutAt), data.filter((row) => (row['at'] ?? '') >= cutAt)];
  const files = parts.map((_part, index) => join(folder, `olist-${index + 1}.csv`));
  await Promise.all(files.map((file, index) => writeFile(file, unparse(parts[index] ?? []))));
  return { files, remove: () => rm(folder, { recursive: true }) };
}

/** What a review is about: of its words, or of those of the complaint that is made of it. */
export const themesOfReview = (themes: ThemesContent, { title, message }: Review): string[] =>
  plainThemes(themes, `${title} | ${message}`);

export function countedComplaints(reviews: readonly Review[], themes: ThemesContent): Counted[] {
  const stepOf = new Map(themes.themes.map(({ themeId, step }) => [themeId, step]));
  return complaintsAmong(reviews).map((review) => {
    const found = themesOfReview(themes, review);
    const steps = new Set(found.flatMap((themeId) => stepOf.get(themeId) ?? []));
    const products = review.product === undefined ? [] : [`product:${review.product}`];
    const groups = [...found.map((id) => `theme:${id}`), ...products, ...[...steps].map((id) => `step:${id}`)];
    return { id: review.id, day: dayNumber(review.answeredAt, ZONE), groups };
  });
}
