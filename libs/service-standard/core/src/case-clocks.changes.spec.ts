import { standardsBook } from './standards.book';
import { fact, laterStoryOf, opened, storyOf, timePassed } from './testing/case.history';
import { holidaysOf2025, longerWeek, policies, stricter } from './testing/example.policies';

const book = standardsBook(policies);
const changed = standardsBook([...policies, stricter('service-standard'), stricter('keeping'), longerWeek]);
/** Monday at nine in China. */
const MORNING = '2024-03-04T01:00:00Z';
const inquiry = (serviceStandard?: string, at = MORNING) => opened(at, { caseType: 'inquiry', serviceStandard });
const answered = (at = MORNING) => fact(2, 'responded', at, { by: 'anna' });
const held = fact(3, 'held', '2024-03-04T02:00:00Z', { reason: 'waiting-on-customer' });
const urgent = { urgency: 'urgent', complexity: 'routine' } as const;

describe('a change in the middle of a case', () => {
  it('of urgency gives another target from then on, with all time counted, where the standard says so', () =>
    expect(
      storyOf(book, [inquiry(), answered(), held, fact(4, 'classified', '2024-03-04T03:00:00Z', urgent)], 5),
    ).toEqual([
      '2024-03-04T03:00 ClockBasisChanged case',
      '2024-03-04T03:00 ClockRetargeted resolution 60 min',
      '2024-03-04T03:00 ClockResumed resolution 60 min due 2024-03-04T06:00',
    ]));

  it('changes nothing where the standard keeps what was', () =>
    expect(
      storyOf(book, [
        inquiry('keeping'),
        fact(2, 'tier-changed', '2024-03-04T01:10:00Z', { tier: 'A' }),
        fact(3, 'classified', '2024-03-04T01:20:00Z', urgent),
      ]).slice(2),
    ).toEqual(['2024-03-04T01:10 ClockBasisChanged case', '2024-03-04T01:20 ClockBasisChanged case']));

  it('of tier counts by the standard too', () =>
    expect(
      storyOf(book, [inquiry('following'), fact(2, 'tier-changed', '2024-03-04T01:20:00Z', { tier: 'A' })], 2),
    ).toEqual([
      '2024-03-04T01:20 ClockBasisChanged case',
      '2024-03-04T01:20 ClockRetargeted first-response 20 min due 2024-03-04T02:00',
    ]));

  it('is none where a tier that held from the beginning becomes known: then it counts from there', () =>
    expect(
      storyOf(
        book,
        [inquiry(), fact(2, 'tier-changed', '2024-01-01T00:00:00Z', { tier: 'A' }, '2024-03-04T01:00:09Z')],
        2,
      ),
    ).toEqual([
      '2024-01-01T00:00 ClockBasisChanged case',
      '2024-03-04T01:00 ClockRetargeted first-response 0 min due 2024-03-04T02:00',
    ]));

  it('while the case was finished counts when it is reopened', () =>
    expect(
      storyOf(book, [
        inquiry(),
        answered(),
        fact(3, 'resolved', '2024-03-04T02:00:00Z', { by: 'anna' }),
        fact(4, 'classified', '2024-03-04T02:10:00Z', urgent),
        fact(5, 'reopened', '2024-03-04T02:20:00Z', {}),
      ]).slice(-2),
    ).toEqual([
      '2024-03-04T02:20 ClockContinued resolution 60 min due 2024-03-05T01:20',
      '2024-03-04T02:20 ClockRetargeted resolution 60 min due 2024-03-04T05:20',
    ]));

  it('takes no breach back', () => {
    const breached = [inquiry(), fact(2, 'classified', '2024-03-04T01:00:00Z', urgent)];
    const calm = fact(3, 'classified', '2024-03-04T02:30:00Z', { urgency: 'normal', complexity: 'routine' });
    expect(storyOf(book, [...breached, calm, fact(4, 'responded', '2024-03-04T02:40:00Z', { by: 'bo' })])).toEqual(
      expect.arrayContaining([
        '2024-03-04T02:30 ClockRetargeted first-response 90 min due 2024-03-04T02:00',
        '2024-03-04T02:40 ClockMet first-response 100 min late',
      ]),
    );
  });
});

describe('an agreed due date', () => {
  const agreed = fact(4, 'due-agreed', '2024-03-04T02:30:00Z', { dueAt: '2024-03-08T04:00:00Z' });

  it('overrides the matrix for the resolution, whatever changes or pauses after it', () =>
    expect(
      storyOf(
        book,
        [
          inquiry(),
          answered(),
          held,
          agreed,
          fact(5, 'classified', '2024-03-04T02:40:00Z', urgent),
          timePassed('2024-03-08T04:30:00Z'),
        ],
        5,
      ),
    ).toEqual([
      '2024-03-04T02:30 ClockBasisChanged case',
      '2024-03-04T02:30 ClockRetargeted resolution 60 min',
      '2024-03-04T02:30 ClockResumed resolution 60 min due 2024-03-08T04:00',
      '2024-03-04T02:40 ClockBasisChanged case',
      '2024-03-06T02:45 ClockReminded resolution due 2024-03-08T04:00 50 %',
      '2024-03-07T03:22 ClockReminded resolution due 2024-03-08T04:00 75 %',
      '2024-03-08T04:00 ClockBreached resolution due 2024-03-08T04:00',
      '2024-03-08T04:00 ClockEscalated resolution due 2024-03-08T04:00 step 1',
    ]));

  it('is watched also where no standard has a target', () => {
    const none = opened(MORNING, { serviceStandard: 'none' });
    expect(storyOf(book, [none, agreed, fact(5, 'resolved', '2024-03-04T02:40:00Z', { by: 'bo' })])).toEqual([
      '2024-03-04T01:00 ClockBasisChanged case',
      '2024-03-04T02:30 ClockBasisChanged case',
      '2024-03-04T01:00 ClockStarted resolution due 2024-03-08T04:00',
      '2024-03-04T02:40 ClockMet resolution 100 min',
    ]);
    const fromOpening = opened(MORNING, { serviceStandard: 'none', agreedDueAt: '2024-03-04T02:00:00Z' });
    expect(storyOf(book, [fromOpening, timePassed('2024-03-05T00:00:00Z')])).toEqual([
      '2024-03-04T01:00 ClockStarted resolution due 2024-03-04T02:00',
      '2024-03-04T02:00 ClockBreached resolution due 2024-03-04T02:00',
    ]);
  });
});

describe('a new version', () => {
  const SUNDAY_NIGHT = '2024-06-30T23:30:00Z';

  it('of the standard counts from when it is in force, also for a case that is open by then', () =>
    expect(storyOf(changed, [inquiry(undefined, SUNDAY_NIGHT), timePassed('2024-07-01T00:30:00Z')], 2)).toEqual([
      '2024-07-01T00:00 ClockRetargeted first-response 30 min due 2024-07-01T00:30',
      '2024-07-01T00:00 ClockReminded first-response due 2024-07-01T00:30 50 %',
      '2024-07-01T00:00 ClockRetargeted resolution 0 min due 2024-07-01T10:00',
      '2024-07-01T00:15 ClockReminded first-response due 2024-07-01T00:30 75 %',
      '2024-07-01T00:30 ClockBreached first-response due 2024-07-01T00:30',
      '2024-07-01T00:30 ClockEscalated first-response due 2024-07-01T00:30 step 1',
    ]));

  it('that begins in the second in which a clock would be due comes first', () => {
    const dueAtMidnight = inquiry(undefined, '2024-06-30T22:00:00Z');
    expect(storyOf(changed, [dueAtMidnight, timePassed('2024-07-01T00:00:00Z')], 4)[0]).toBe(
      '2024-07-01T00:00 ClockRetargeted first-response 120 min due 2024-07-01T00:00',
    );
  });

  it('alarms nobody of history, however long before it was announced', () => {
    const announced = { ...stricter('service-standard'), publishedAt: '2024-05-01T00:00:00Z' };
    const imported = opened(SUNDAY_NIGHT, { caseType: 'inquiry' }, '2026-01-01T00:00:00Z');
    const story = storyOf(standardsBook([...policies, announced]), [imported, timePassed('2024-07-05T00:00:00Z')], 4);
    expect(story.filter((line) => !line.includes('silent') && !line.includes('Retargeted'))).toEqual([]);
  });

  it('does not where the version by which the case is judged keeps to itself', () =>
    expect(storyOf(changed, [inquiry('keeping', SUNDAY_NIGHT), timePassed('2024-07-01T00:30:00Z')], 2)).toEqual([
      '2024-07-01T00:30 ClockReminded first-response due 2024-07-01T01:30 50 %',
    ]));

  it('of a calendar counts the time from then on', () => {
    const friday = '2024-05-31T09:00:00Z';
    expect(
      storyOf(changed, [inquiry(undefined, friday), answered(friday), timePassed('2024-05-31T20:00:00Z')]),
    ).toEqual([
      '2024-05-31T09:00 ClockStarted first-response due 2024-05-31T11:00',
      '2024-05-31T09:00 ClockStarted resolution due 2024-06-03T09:00',
      '2024-05-31T09:00 ClockMet first-response 0 min',
      '2024-05-31T16:00 ClockRetargeted resolution 60 min due 2024-06-01T09:00',
    ]);
  });

  it('of the holidays tells what a year is like that had been provisional', () => {
    const before = [inquiry(undefined, '2024-12-31T09:00:00Z'), answered('2024-12-31T09:00:00Z')];
    expect(storyOf(book, before)[1]).toBe('2024-12-31T09:00 ClockStarted resolution due 2025-01-01T09:00 provisional');
    const published = fact(3, 'calendar-published', '2024-12-31T10:30:00Z', { policyId: 'holidays', version: 2 });
    expect(retold(before, [published])).toEqual([
      '2024-12-31T10:30 ClockRetargeted resolution 60 min due 2025-01-03T09:00',
    ]);
    expect(retold([...before, timePassed('2025-01-01T09:30:00Z')], [published])).toEqual([
      '2024-12-31T10:30 ClockRetargeted resolution 60 min due 2025-01-03T09:00 no breach',
    ]);
  });

  /** The facts that are told when the holidays of 2025 are known, after those that were told before. */
  const retold = (before: Parameters<typeof storyOf>[1], after: Parameters<typeof storyOf>[1]) =>
    laterStoryOf([book, before], [standardsBook([...policies, holidaysOf2025]), after]);
});
