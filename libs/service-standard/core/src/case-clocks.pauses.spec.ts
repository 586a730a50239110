import { standardsBook } from './standards.book';
import { fact, opened, storyOf, timePassed } from './testing/case.history';
import { policies } from './testing/example.policies';

const book = standardsBook(policies);
/** Monday at nine in China. */
const MORNING = '2024-03-04T01:00:00Z';
const inquiry = () => opened(MORNING, { caseType: 'inquiry' });
const answered = () => fact(2, 'responded', MORNING, { by: 'anna' });
const held = fact(3, 'held', '2024-03-04T02:00:00Z', { reason: 'waiting-on-customer' });

describe('a pause', () => {
  it('stops the clocks whose target says so, and no others', () =>
    expect(storyOf(book, [inquiry(), held, fact(4, 'continued', '2024-03-05T01:00:00Z', {})], 2)).toEqual([
      '2024-03-04T02:00 ClockBasisChanged case',
      '2024-03-04T02:00 ClockPaused resolution waiting-on-customer 60 min',
      '2024-03-04T02:00 ClockReminded first-response due 2024-03-04T03:00 50 %',
      '2024-03-04T02:30 ClockReminded first-response due 2024-03-04T03:00 75 %',
      '2024-03-04T03:00 ClockBreached first-response due 2024-03-04T03:00',
      '2024-03-04T03:00 ClockEscalated first-response due 2024-03-04T03:00 step 1',
      '2024-03-04T04:00 ClockEscalated first-response due 2024-03-04T03:00 step 2',
      '2024-03-05T01:00 ClockBasisChanged case',
      '2024-03-05T01:00 ClockResumed resolution 60 min due 2024-03-05T09:00',
    ]));

  it('for another reason is no pause', () => {
    const forOthers = fact(3, 'held', '2024-03-04T02:00:00Z', { reason: 'waiting-on-third-party' });
    expect(storyOf(book, [inquiry(), answered(), forOthers], 3)).toEqual(['2024-03-04T02:00 ClockBasisChanged case']);
  });

  it('that is told of after the breach that it was before shows that there was none', () => {
    const late = fact(3, 'held', '2024-03-04T09:59:00Z', { reason: 'waiting-on-customer' }, '2024-03-04T10:01:00Z');
    const story = storyOf(book, [
      inquiry(),
      answered(),
      timePassed('2024-03-04T10:00:30Z'),
      late,
      fact(4, 'continued', '2024-03-05T01:00:00Z', {}),
      timePassed('2024-03-05T03:00:00Z'),
    ]);
    expect(story.slice(5)).toEqual([
      '2024-03-04T10:00 ClockBreached resolution due 2024-03-04T10:00',
      '2024-03-04T10:00 ClockEscalated resolution due 2024-03-04T10:00 step 1',
      '2024-03-04T09:59 ClockBasisChanged case',
      '2024-03-04T09:59 ClockPaused resolution waiting-on-customer 479 min no breach',
      '2024-03-05T01:00 ClockBasisChanged case',
      '2024-03-05T01:00 ClockResumed resolution 479 min due 2024-03-05T01:01',
      '2024-03-05T01:01 ClockBreached resolution due 2024-03-05T01:01',
      '2024-03-05T02:01 ClockEscalated resolution due 2024-03-05T01:01 step 2',
    ]);
  });

  it('in the second in which the target runs out keeps the clock from it until it runs again', () => {
    const atTheEnd = fact(3, 'held', '2024-03-04T10:00:00Z', { reason: 'waiting-on-customer' });
    const resumed = fact(4, 'continued', '2024-03-05T02:00:00Z', {});
    expect(storyOf(book, [inquiry(), answered(), atTheEnd, resumed, timePassed('2024-03-05T02:00:00Z')], 6)).toEqual([
      '2024-03-04T10:00 ClockPaused resolution waiting-on-customer 480 min',
      '2024-03-05T02:00 ClockBasisChanged case',
      '2024-03-05T02:00 ClockResumed resolution 480 min due 2024-03-05T02:00',
      '2024-03-05T02:00 ClockBreached resolution due 2024-03-05T02:00 silent',
      '2024-03-05T02:00 ClockEscalated resolution due 2024-03-05T02:00 silent step 1',
    ]);
  });

  it('holds escalation up as well', () =>
    expect(
      storyOf(book, [
        inquiry(),
        answered(),
        fact(3, 'held', '2024-03-04T10:30:00Z', { reason: 'waiting-on-customer' }),
        fact(4, 'continued', '2024-03-06T01:00:00Z', {}),
        timePassed('2024-03-06T02:00:00Z'),
      ]).at(-1),
    ).toBe('2024-03-06T01:30 ClockEscalated resolution due 2024-03-04T10:00 step 2'));
});
