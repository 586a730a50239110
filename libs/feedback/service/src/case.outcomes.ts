import type { EventStoreDBClient } from '@eventstore/db-client';
import { complaintCodec, type ComplaintEvent } from '@tenure/complaint-contract';
import { readHistory, UnreadableEventError } from '@tenure/event-store';
import type { CaseType } from '@tenure/shared-contract';

/** What a customer may be asked about a case. */
export interface CaseOutcome {
  readonly caseType: CaseType;
  readonly product?: string;
  /** Resolved, and not opened again since, nor the same as another one. */
  readonly isOver: boolean;
}

/** Reads cases from the log: only the few that customers are asked about just now. */
export class CaseOutcomes {
  constructor(private readonly client: EventStoreDBClient) {}

  /** Undefined where there is no such case. Throws UnreadableEventError. */
  async find(caseId: string): Promise<CaseOutcome | undefined> {
    const stream = `complaint-${caseId}`;
    let known: CaseOutcome | undefined;
    for (const { type, data, metadata, revision } of await readHistory(this.client, [stream])) {
      const decoded = complaintCodec.decode(type, metadata.schemaVersion, data);
      if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
      known = after(known, decoded.event);
    }
    return known;
  }
}

function after(known: CaseOutcome | undefined, { type, data }: ComplaintEvent): CaseOutcome | undefined {
  if (type === 'ComplaintOpened') {
    const { caseType = 'complaint', product } = data;
    return { caseType, isOver: false, ...(product !== undefined && { product }) };
  }
  if (!known) return undefined;
  if (type === 'ComplaintResolved') return { ...known, isOver: true };
  const goesOn = type === 'ComplaintReopened' || type === 'ComplaintLinkedAsDuplicate';
  return goesOn ? { ...known, isOver: false } : known;
}
