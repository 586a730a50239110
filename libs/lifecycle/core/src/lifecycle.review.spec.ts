import * as fc from 'fast-check';
import { judgeDue, judgeEvent, reviewDue, reviewOnEvent } from './lifecycle.review';
import { newReview, ownReview, type LifecycleReview } from './review.state';
import { history, moment, recorded, shipped, shippedContent } from './testing/customer.history';
import { judgedDaily } from './testing/daily.judging';
import { run, textOf } from './testing/review.run';

const END = moment(1_200);

describe('reviews of a lifecycle', () => {
  it('find what looking at every event and every midnight finds', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { review, verdicts } = run(events);
        const all = [...verdicts, ...reviewDue(review, END, [shipped]).verdicts];
        expect(all.map(textOf)).toEqual(judgedDaily(shippedContent, events, END));
      }),
      { numRuns: 50 },
    );
  }, 180_000);

  it('come to the same whenever time is looked at in between', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(1_200), { maxLength: 12 }), (events, days) => {
        const looks = days.map(moment);
        const happenings = [
          ...events.map((event) => ({ at: event.metadata.occurredAt, event })),
          ...looks.map((at) => ({ at, event: undefined })),
        ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
        let review = newReview('k-1');
        const seen: string[] = [];
        for (const { at, event } of happenings) {
          const next = event ? reviewOnEvent(review, event, [shipped]) : reviewDue(review, at, [shipped]);
          seen.push(...next.verdicts.map(textOf));
          review = next.review;
        }
        const last = reviewDue(review, END, [shipped]);
        const plain = run(events);
        const end = reviewDue(plain.review, END, [shipped]);
        expect([...seen, ...last.verdicts.map(textOf)]).toEqual([...plain.verdicts, ...end.verdicts].map(textOf));
        expect(last.review).toEqual(end.review);
      }),
      { numRuns: 150 },
    );
  }, 180_000);

  it('come to the same in a review of its own as in copies, of which none changes', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(400), { maxLength: 25 }), (events, waits) => {
        const own = ownReview(newReview('k-1'));
        let copy = newReview('k-1');
        events.forEach((event, index) => {
          const before = [copy, JSON.stringify(copy)] as const;
          const next = reviewOnEvent(copy, event, [shipped]);
          expect(judgeEvent(own, event, [shipped]) ?? []).toEqual(next.verdicts);
          const until = new Date(Date.parse(event.metadata.occurredAt) + (waits[index] ?? 0) * 3_600_000).toISOString();
          const later = reviewDue(next.review, until, [shipped]);
          expect(judgeDue(own, until, [shipped]) ?? []).toEqual(later.verdicts);
          copy = later.review;
          expect(own).toEqual(copy);
          expect(JSON.stringify(before[0])).toBe(before[1]);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('go on the same from what was stored', () => {
    fc.assert(
      fc.property(history, fc.nat(25), (events, cut) => {
        const before = run(events.slice(0, cut));
        const stored = JSON.parse(JSON.stringify(before.review)) as LifecycleReview;
        const after = run(events.slice(cut), [shipped], stored);
        expect([...before.verdicts, ...after.verdicts]).toEqual(run(events).verdicts);
      }),
      { numRuns: 100 },
    );
  });

  it('number their verdicts, and let the recorded ones tell how far time was judged', () => {
    fc.assert(
      fc.property(history, (events) => {
        const plain = run(events);
        const end = reviewDue(plain.review, END, [shipped]);
        const all = [...plain.verdicts, ...end.verdicts];
        expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
        // From the log alone: events, and of what was recorded the last, by which all before it had come about.
        const told = end.verdicts.slice(-1).map(({ event, at }, index) => recorded(event, at, 100 + index));
        expect(run([...events, ...told]).verdicts).toEqual(all);
        // While the platform runs they tell nothing new.
        const again = all.map(({ event, at }, index) => recorded(event, at, 200 + index));
        expect(run(again, [shipped], end.review)).toEqual({ review: end.review, verdicts: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('keep a stage for as long as its minimum stay, but for rules that need not', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { review, verdicts } = run(events);
        const entered = [...verdicts, ...reviewDue(review, END, [shipped]).verdicts].flatMap(({ event }) =>
          event.type === 'StageEntered' ? [event.data] : [],
        );
        entered.slice(1).forEach(({ enteredAt, ruleId, from }, index) => {
          const rule = shippedContent.rules.find((one) => one.ruleId === ruleId);
          const { days = 0 } = shippedContent.minimumStay.find(({ stage }) => stage === from) ?? {};
          const stayed = dayOf(enteredAt) - dayOf(entered[index]?.enteredAt ?? '');
          if (rule?.despiteMinimumStay !== true) expect(stayed).toBeGreaterThanOrEqual(days);
        });
      }),
      { numRuns: 100 },
    );
  });
});

const dayOf = (at: string): number => Math.floor(Date.parse(at) / 86_400_000);
