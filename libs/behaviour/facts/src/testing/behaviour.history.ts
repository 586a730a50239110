import * as fc from 'fast-check';
import type { BehaviourEvent } from '../behaviour.events';
import {
  agreed,
  calledOff,
  customerId,
  ended,
  enteredStage,
  gaveBack,
  loggedIn,
  ordered,
  rated,
  renewed,
} from './behaviour.fixture';

const SECONDS = 400 * 86_400;
const START = Date.UTC(2023, 0, 1);
/** After everything that happens in a generated history. */
export const END = START + (SECONDS + 1) * 1000;

interface Seed {
  /** Index of the kind of document. */
  readonly kind: number;
  /** Of the document's first and later events, in seconds from the start. */
  readonly at: readonly [number, number, number];
  readonly number: number;
}

/** The events of streams of their own, each in order. No two of different streams are of the same moment. */
export const anyDocuments: fc.Arbitrary<readonly (readonly BehaviourEvent[])[]> = fc
  .array(
    fc.record({
      kind: fc.nat(10),
      at: fc.tuple(fc.nat(SECONDS), fc.nat(SECONDS), fc.nat(SECONDS)),
      number: fc.nat(4),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((seeds) => seeds.map(documentOf));

/** The same documents, now one and then another being continued, as chance has it. */
export function interleaved(
  documents: readonly (readonly BehaviourEvent[])[],
  chance: Iterator<number>,
): readonly BehaviourEvent[] {
  const left = documents.filter(({ length }) => length > 0).map((events) => [...events]);
  const taken: BehaviourEvent[] = [];
  while (left.length > 0) {
    const index = Number(chance.next().value) % left.length;
    taken.push(...(left[index]?.splice(0, 1) ?? []));
    if (left[index]?.length === 0) left.splice(index, 1);
  }
  return taken;
}

function documentOf({ kind, at, number }: Seed, index: number): readonly BehaviourEvent[] {
  const [first, second, third] = at
    .toSorted((a, b) => a - b)
    .map((seconds) => new Date(START + seconds * 1000 + index).toISOString());
  return DOCUMENTS[kind]?.(`d-${index}`, [first ?? '', second ?? '', third ?? ''], number) ?? [];
}

type Times = readonly [string, string, string];
const CURRENCIES = ['CNY', 'CNY', 'CNY', 'USD', 'EUR'];
const dayOf = (at: string) => at.slice(0, 10);

const DOCUMENTS: readonly ((id: string, times: Times, number: number) => readonly BehaviourEvent[])[] = [
  (id, [at], number) => [ordered(at, id, 100 * number, CURRENCIES[number])],
  (id, [at, later], number) => {
    const order = ordered(at, id, 100 * number, CURRENCIES[number]);
    return [order, calledOff(order, later)];
  },
  (_id, [at], number) => [gaveBack(at, 70 * number, CURRENCIES[number])],
  (_id, [at], number) => [loggedIn(at, number === 0 ? undefined : number * 100)],
  (_id, [at], number) => [rated(at, number + 1)],
  (id, [at, later, last], number) => {
    const until = dayOf(new Date(Date.parse(last) + 86_400_000).toISOString());
    const begun = agreed(id, dayOf(at), until);
    return (
      [[begun], [begun, renewed(id, `${2025 + number}-02-03`)], [begun, ended(id, dayOf(later))]][number % 3] ?? []
    );
  },
  (id, [at, later, last], number) => {
    const ofCase = { complaintId: id, customerId };
    const caseType = number === 0 ? 'inquiry' : 'complaint';
    const events: BehaviourEvent[] = [
      {
        type: 'ComplaintOpened',
        data: { ...ofCase, channel: 'phone', subject: 'Late', owner: 'anna', openedAt: at, caseType },
      },
      { type: 'ComplaintResolved', data: { ...ofCase, by: 'anna', remedy: 'sent', resolvedAt: later } },
      { type: 'ComplaintFollowedUp', data: { ...ofCase, by: 'anna', satisfaction: number + 1, followedUpAt: last } },
      { type: 'ComplaintReopened', data: { ...ofCase, by: 'anna', reason: 'again', reopenedAt: last } },
    ];
    return events.slice(0, number + 1);
  },
  (_id, [at]) => [enteredStage('maintenance', at)],
  (signalId, [usedAt], number) => [
    { type: 'FeatureUsed', data: { signalId, customerId, feature: 'export', uses: number + 1, usedAt } },
  ],
  (signalId, [statedAt], number) => {
    const intention = number > 2 ? 'likely' : 'unsure';
    return [{ type: 'RenewalIntentionStated', data: { signalId, customerId, intention, by: 'anna', statedAt } }];
  },
  (signalId, [attemptedAt]) => [
    { type: 'ContactUnanswered', data: { signalId, customerId, channel: 'phone', attemptedAt } },
  ],
];
