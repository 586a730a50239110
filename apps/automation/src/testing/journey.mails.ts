import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SentMail {
  readonly to: string;
  readonly raw: string;
}

/** The e-mails that were put into a folder. */
export async function mailsIn(folder: string): Promise<readonly SentMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  const raws = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return raws.map((raw) => ({ to: /^To: .*<(.*)>\r$/m.exec(raw)?.[1] ?? '', raw }));
}
