import { DateTime } from 'luxon';
import type { ThemesContent } from '@tenure/policy-contract';
import { readRows } from '../standards/judged.history';
import { plainThemes } from './plain.themes';

export const ZONE = 'America/New_York';

/** A complaint as the file has it; times are milliseconds since 1970. */
export interface BureauComplaint {
  readonly receivedAt: number;
  /** When the company had it, which is when a closed one was answered. */
  readonly answeredAt: number | undefined;
  readonly product: string;
  readonly issue: string;
  readonly themes: readonly string[];
  readonly disputed: boolean | undefined;
}

/** Those that were not sent on before they were received, by the day on which they were. */
export async function readComplaints(file: string, themes: ThemesContent): Promise<BureauComplaint[]> {
  const rows = await readRows(file);
  return rows
    .flatMap((row): BureauComplaint[] => {
      const [receivedAt, sentAt] = [momentOf(row['Date received']), momentOf(row['Date sent to company'])];
      if (sentAt < receivedAt) return [];
      const issue = row['Issue'] ?? '';
      const isClosed = row['Company response to consumer']?.startsWith('Closed') ?? false;
      return [
        {
          receivedAt,
          answeredAt: isClosed ? sentAt : undefined,
          product: [row['Product'], row['Sub-product']].filter((part) => part !== '').join(': '),
          issue,
          themes: plainThemes(themes, '', issue),
          disputed: isClosed ? yesOrNo(row['Consumer disputed?']) : undefined,
        },
      ];
    })
    .sort((one, other) => one.receivedAt - other.receivedAt);
}

const momentOf = (text: string | undefined): number =>
  DateTime.fromFormat(text ?? '', 'M/d/yyyy', { zone: ZONE }).toMillis();

function yesOrNo(text: string | undefined): boolean | undefined {
  if (text !== 'Yes' && text !== 'No') return undefined;
  return text === 'Yes';
}
