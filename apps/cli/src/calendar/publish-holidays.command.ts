import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { connectApi } from '../api.client';
import { CliFailure } from '../cli-failure.error';
import { settingsOf } from '../command.settings';
import type { Terminal } from '../terminal';
import { readHolidayFile, type HolidayYear } from './holiday.file';
import { publishHolidays } from './holiday.publication';

interface Options {
  readonly by: string;
  readonly policy: string;
  readonly effectiveFrom?: string;
  readonly draft?: boolean;
}

export function describePublishHolidays(calendar: Command, terminal: Terminal): void {
  calendar
    .command('publish-holidays <file...>')
    .description('Publish the next version of the public holidays, with the years of these files (form of holiday-cn).')
    .requiredOption('--by <person>', 'who publishes')
    .option('--policy <id>', 'policy of the holidays', 'holidays-CN')
    .option('--effective-from <time>', 'ISO 8601 with offset; now, where it is left out')
    .option('--draft', 'stop before publishing: look at what it would change')
    .option('--url <address>', 'API to ask (setting TENURE_URL)')
    .action(async (files: string[], { by, policy, effectiveFrom, draft }: Options, command: Command) => {
      const years = await Promise.all(files.map(readYear));
      const api = await connectApi(settingsOf(command));
      const request = { policyId: policy, by, years, effectiveFrom: effectiveFrom ?? new Date().toISOString(), draft };
      for (const line of await publishHolidays(api, request)) terminal.print(line);
    });
}

async function readYear(file: string): Promise<HolidayYear> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CliFailure(`${file} can't be read`, { cause });
  });
  return readHolidayFile(basename(file), text);
}
