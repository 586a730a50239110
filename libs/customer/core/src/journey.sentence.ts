import { journeyCodec, type JourneyEvent, type JourneyStepTaken } from '@tenure/journey-contract';
import { moneyText, type DomainEvent } from '@tenure/kernel';
import { voucherCodec, type VoucherEvent, type VoucherIssued } from '@tenure/voucher-contract';

type MarketingEvent = JourneyEvent | VoucherEvent;

const TYPES: ReadonlySet<string> = new Set([...journeyCodec.types, ...voucherCodec.types]);

export const isOfJourney = <Event extends DomainEvent>(event: Event): event is Event & MarketingEvent =>
  TYPES.has(event.type);

/** A line of a customer's timeline on what was done of our own accord, without what was written or the code of a voucher. */
export function journeySentence(event: MarketingEvent): string {
  switch (event.type) {
    case 'VoucherIssued':
    case 'VoucherRedeemed':
    case 'VoucherExpired':
    case 'VoucherWithdrawn':
      return voucherSentence(event);
    case 'JourneyEntered': {
      const { journeyId, group } = event.data;
      return `Journey ${journeyId} entered${group === 'held-out' ? ', held out to compare with' : ''}`;
    }
    case 'JourneyEntryRefused':
      return `Journey ${event.data.journeyId} not entered: ${event.data.reason}`;
    case 'JourneyStepTaken':
      return `Journey ${event.data.journeyId}, step ${event.data.stepId}: ${actionWords(event.data)}`;
    case 'JourneyStepPutOff':
      return `Journey ${event.data.journeyId}, step ${event.data.nextStepId} put off until ${event.data.nextDueAt}`;
    case 'JourneyEnded':
      return `Journey ${event.data.journeyId} ended: ${event.data.reason}`;
    case 'JourneyTaskDone':
      return `Task ${event.data.taskId} of journey ${event.data.journeyId} done by ${event.data.by}`;
  }
}

function actionWords({ action }: JourneyStepTaken): string {
  switch (action.kind) {
    case 'message':
      return `${action.purpose} message`;
    case 'survey':
      return 'asked for an opinion';
    case 'voucher':
      return `voucher ${action.voucherId} promised`;
    case 'task':
      return `task for ${action.assignee}`;
    case 'branch':
      return 'branched';
    case 'wait':
      return 'waits';
    case 'suppressed':
      return `not sent (${action.reason})`;
  }
}

function voucherSentence(event: VoucherEvent): string {
  const { voucherId } = event.data;
  switch (event.type) {
    case 'VoucherIssued':
      return `Voucher ${voucherId} over ${valueText(event.data)} issued by ${event.data.by}, valid until ${event.data.validUntil}`;
    case 'VoucherRedeemed': {
      const { worth, purchaseId } = event.data;
      return `Voucher ${voucherId} took ${moneyText(worth.amountMinor, worth.currency)} off ${purchaseId}`;
    }
    case 'VoucherExpired':
      return `Voucher ${voucherId} expired`;
    case 'VoucherWithdrawn':
      return `Voucher ${voucherId} withdrawn by ${event.data.by}: ${event.data.reason}`;
  }
}

const valueText = ({ value }: VoucherIssued): string =>
  'percent' in value ? `${value.percent}%` : moneyText(value.amountMinor, value.currency);
