import { standardsBook } from './standards.book';
import { fact, opened, storyOf, timePassed } from './testing/case.history';
import { policies } from './testing/example.policies';

const book = standardsBook(policies);
/** Monday at nine in China. */
const MORNING = '2024-03-04T01:00:00Z';
const byAnna = { by: 'anna' };

describe('the clocks of a case', () => {
  it('run for each step of it, one after another', () =>
    expect(
      storyOf(book, [
        opened(MORNING),
        fact(2, 'accepted', '2024-03-04T01:30:00Z', { owner: 'bo' }),
        fact(3, 'responded', '2024-03-04T01:40:00Z', byAnna),
        fact(4, 'resolved', '2024-03-04T03:30:00Z', byAnna),
        fact(5, 'told', '2024-03-04T04:30:00Z', byAnna),
        fact(6, 'closed', '2024-03-04T05:30:00Z', {}),
        fact(7, 'followed-up', '2024-03-05T05:30:00Z', byAnna),
        timePassed('2024-05-01T00:00:00Z'),
      ]),
    ).toEqual([
      '2024-03-04T01:00 ClockStarted acceptance due 2024-03-04T02:00',
      '2024-03-04T01:00 ClockStarted first-response due 2024-03-04T03:00',
      '2024-03-04T01:00 ClockStarted resolution due 2024-03-04T10:00',
      '2024-03-04T01:30 ClockBasisChanged case',
      '2024-03-04T01:30 ClockMet acceptance 30 min',
      '2024-03-04T01:40 ClockMet first-response 40 min',
      '2024-03-04T03:30 ClockMet resolution 150 min',
      '2024-03-04T03:30 ClockStarted feedback due 2024-03-05T03:30',
      '2024-03-04T04:30 ClockMet feedback 60 min',
      '2024-03-04T04:30 ClockStarted follow-up due 2024-03-11T04:30',
      '2024-03-05T05:30 ClockMet follow-up 1500 min',
    ]));

  it('remind before they are due, are breached when they are, and escalate after', () =>
    expect(storyOf(book, [opened(MORNING, { caseType: 'service' }), timePassed('2024-03-04T05:00:00Z')], 2)).toEqual([
      '2024-03-04T02:00 ClockReminded first-response due 2024-03-04T03:00 50 %',
      '2024-03-04T02:30 ClockReminded first-response due 2024-03-04T03:00 75 %',
      '2024-03-04T03:00 ClockBreached first-response due 2024-03-04T03:00',
      '2024-03-04T03:00 ClockEscalated first-response due 2024-03-04T03:00 step 1',
      '2024-03-04T04:00 ClockEscalated first-response due 2024-03-04T03:00 step 2',
    ]));

  it('are met in time in the second in which they are due, and late in the next', () => {
    const answered = (at: string) => storyOf(book, [opened(MORNING), fact(2, 'responded', at, byAnna)]).at(-1);
    expect(answered('2024-03-04T03:00:00.900Z')).toBe('2024-03-04T03:00 ClockMet first-response 120 min');
    expect(answered('2024-03-04T03:00:01Z')).toMatch(/^2024-03-04T03:00 ClockMet first-response 120.016\d* min late$/);
  });

  it('are stopped by telling the result as by any answer of a person', () =>
    expect(storyOf(book, [opened(MORNING), fact(2, 'told', '2024-03-04T01:05:00Z', byAnna)], 3)).toContain(
      '2024-03-04T01:05 ClockMet first-response 5 min',
    ));

  it('end with the case: what was owed is breached or cancelled, as it was by then', () =>
    expect(
      storyOf(
        book,
        [
          opened(MORNING),
          fact(2, 'help-requested', '2024-03-04T01:10:00Z', { helpId: 'h-1', from: 'lab' }),
          fact(3, 'resolved', '2024-03-04T01:30:00Z', byAnna),
          fact(4, 'closed', '2024-03-04T01:40:00Z', {}),
        ],
        4,
      ),
    ).toEqual([
      '2024-03-04T01:30 ClockMet resolution 30 min',
      '2024-03-04T01:30 ClockCancelled acceptance case-resolved 30 min',
      '2024-03-04T01:30 ClockStarted feedback due 2024-03-05T01:30',
      '2024-03-04T01:40 ClockCancelled first-response case-closed 40 min',
      '2024-03-04T01:40 ClockCancelled internal-help:h-1 case-closed 30 min',
      '2024-03-04T01:40 ClockCancelled feedback case-closed 10 min',
    ]));

  it('of internal help are owed by whoever was asked, whose case it is or becomes', () => {
    const facts = [
      opened(MORNING, { caseType: 'inquiry' }),
      fact(2, 'help-requested', MORNING, { helpId: 'h-1', from: 'lab' }),
      fact(3, 'accepted', MORNING, { owner: 'bo' }),
      fact(4, 'help-answered', '2024-03-04T01:20:00Z', { helpId: 'h-1' }),
    ];
    expect(storyOf(book, facts, 2)).toEqual([
      '2024-03-04T01:00 ClockStarted internal-help:h-1 due 2024-03-05T01:00',
      '2024-03-04T01:00 ClockBasisChanged case',
      '2024-03-04T01:20 ClockMet internal-help:h-1 20 min',
    ]);
  });

  it('of a duplicate are cancelled, and run on when it is one no longer', () =>
    expect(
      storyOf(
        book,
        [
          opened(MORNING, { caseType: 'inquiry' }),
          fact(2, 'linked-duplicate', '2024-03-04T01:30:00Z', { duplicateOf: 'c-2' }),
          timePassed('2024-03-04T20:00:00Z'),
          fact(3, 'reopened', '2024-03-05T01:00:00Z', {}),
        ],
        2,
      ),
    ).toEqual([
      '2024-03-04T01:30 ClockBasisChanged case',
      '2024-03-04T01:30 ClockCancelled first-response duplicate 30 min',
      '2024-03-04T01:30 ClockCancelled resolution duplicate 30 min',
      '2024-03-05T01:00 ClockBasisChanged case',
      '2024-03-05T01:00 ClockContinued first-response 30 min due 2024-03-05T02:30',
      '2024-03-05T01:00 ClockContinued resolution 30 min due 2024-03-05T09:30',
    ]));
});

describe('a reopened case', () => {
  const resolvedLate = [
    opened(MORNING, { caseType: 'inquiry' }),
    fact(2, 'responded', MORNING, byAnna),
    fact(3, 'resolved', '2024-03-04T10:30:00Z', byAnna),
    fact(4, 'told', '2024-03-04T10:30:00Z', byAnna),
  ];

  it('runs on from what it had counted, and does not escalate again what was', () =>
    expect(
      storyOf(
        book,
        [...resolvedLate, fact(5, 'reopened', '2024-03-06T01:00:00Z', {}), timePassed('2024-03-06T04:00:00Z')],
        11,
      ),
    ).toEqual([
      '2024-03-06T01:00 ClockCancelled follow-up case-reopened 2310 min',
      '2024-03-06T01:00 ClockBasisChanged case',
      '2024-03-06T01:00 ClockContinued resolution 480 min due 2024-03-04T10:00',
      '2024-03-06T01:30 ClockEscalated resolution due 2024-03-04T10:00 step 2',
    ]));

  it('that was in time has the time that was left', () =>
    expect(
      storyOf(
        book,
        [
          opened(MORNING, { caseType: 'inquiry' }),
          fact(2, 'resolved', '2024-03-04T03:00:00Z', byAnna),
          fact(3, 'reopened', '2024-03-06T01:00:00Z', {}),
          fact(4, 'resolved', '2024-03-06T02:00:00Z', byAnna),
        ],
        4,
      ).filter((line) => !line.includes('first-response')),
    ).toEqual([
      '2024-03-04T03:00 ClockMet resolution 120 min',
      '2024-03-04T03:00 ClockStarted feedback due 2024-03-05T03:00',
      '2024-03-05T03:00 ClockBreached feedback due 2024-03-05T03:00',
      '2024-03-06T01:00 ClockCancelled feedback case-reopened 2760 min',
      '2024-03-06T01:00 ClockBasisChanged case',
      '2024-03-06T01:00 ClockContinued resolution 120 min due 2024-03-06T08:00',
      '2024-03-06T02:00 ClockMet resolution 180 min',
      '2024-03-06T02:00 ClockStarted feedback-2 due 2024-03-07T02:00',
    ]));
});
