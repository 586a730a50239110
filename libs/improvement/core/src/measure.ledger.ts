import { accept, moneyText, reject } from '@tenure/kernel';
import type { Money } from '@tenure/shared-contract';
import type { MeasureCommandOf, MeasureDecision } from './measure.deciding';
import { ended, idsOf } from './measure.stages';
import type { KnownMeasure } from './measure.state';

/** The currency stays once there is a budget; what is spent has to be within it. */
export function changeBudget(
  { budget, by, why, occurredAt }: MeasureCommandOf<'ChangeMeasureBudget'>,
  state: KnownMeasure,
): MeasureDecision {
  const { budget: before } = state;
  if (before && isSameMoney(before, budget)) return accept();
  const refusal = refusalOfBudget(budget, state);
  if (refusal) return refusal;
  return accept({ type: 'MeasureBudgetChanged', data: { ...idsOf(state), budget, by, why, changedAt: occurredAt } });
}

function refusalOfBudget(
  budget: Money,
  { stage, budget: before, spentMinor }: KnownMeasure,
): MeasureDecision | undefined {
  if (stage === 'abandoned') return ended(stage);
  if (budget.amountMinor <= 0) return reject('measure-not-positive', 'a budget is more than nothing');
  if (before && before.currency !== budget.currency) return inAnotherCurrency(budget, before);
  if (budget.amountMinor >= spentMinor) return undefined;
  return reject('measure-budget-below-spent', `${moneyText(spentMinor, budget.currency)} is spent`);
}

/** Never beyond the budget; bills may come in after the end of the measure. */
export function spend(command: MeasureCommandOf<'SpendMeasureMoney'>, state: KnownMeasure): MeasureDecision {
  const { entryId, amount, what, by, occurredAt } = command;
  const known = state.entries[entryId];
  if (known) {
    const isSame = known.what === what && isSameMoney(known.amount, amount);
    return isSame ? accept() : reject('measure-entry-booked-differently', `${entryId} is ${known.what}`);
  }
  const { budget, spentMinor } = state;
  const refusal = refusalOfAmount(amount, state);
  if (refusal || !budget) return refusal ?? reject('measure-no-budget');
  const leftMinor = budget.amountMinor - spentMinor - amount.amountMinor;
  if (leftMinor < 0) {
    const left = moneyText(budget.amountMinor - spentMinor, budget.currency);
    return reject('measure-beyond-budget', `${left} is left of ${moneyText(budget.amountMinor, budget.currency)}`);
  }
  const sums = { spentMinor: spentMinor + amount.amountMinor, leftMinor };
  const data = { ...idsOf(state), entryId, amount, what, by, ...sums, spentAt: occurredAt };
  return accept({ type: 'MeasureMoneySpent', data });
}

function refusalOfAmount(amount: Money, { stage, budget }: KnownMeasure): MeasureDecision | undefined {
  if (stage === 'planned') return reject('measure-not-committed', 'nothing is spent before it is committed to');
  if (!budget) return reject('measure-no-budget');
  if (amount.currency !== budget.currency) return inAnotherCurrency(amount, budget);
  return amount.amountMinor <= 0 ? reject('measure-not-positive') : undefined;
}

const inAnotherCurrency = (given: Money, budget: Money): MeasureDecision =>
  reject('measure-in-another-currency', `${given.currency} is given, the budget is in ${budget.currency}`);

const isSameMoney = (one: Money, other: Money): boolean =>
  one.amountMinor === other.amountMinor && one.currency === other.currency;
