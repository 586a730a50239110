import type { JourneyStepTaken } from '@tenure/journey-contract';
import type { IssuePromisedVoucher } from '@tenure/voucher-contract';
import type { Plain } from '@tenure/shared-contract';

/** The voucher that a step of a journey has promised; undefined where it is a step of another kind. */
export function promisedVoucher(step: JourneyStepTaken): Plain<IssuePromisedVoucher> | undefined {
  const { action, customerId, journeyId, runId, takenAt } = step;
  if (action.kind !== 'voucher') return undefined;
  const { voucherId, code, value, validUntil } = action;
  const terms = { voucherId, customerId, code, value, validUntil };
  const by = `journey:${journeyId}`;
  return { type: 'IssuePromisedVoucher', ...terms, cause: `journey-run:${runId}`, by, occurredAt: takenAt };
}
