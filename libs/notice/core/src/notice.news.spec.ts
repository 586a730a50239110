import type { EventMetadata } from '@tenure/kernel';
import { recordAll } from '@tenure/kernel/testing';
import { isNews } from './notice.news';

/** Recorded at 2024-05-01T09:30:00.000Z. */
function eventWith(metadata: Partial<EventMetadata>, type = 'ComplaintHandOverOffered') {
  const [event] = recordAll([{ type, data: {} }], metadata);
  if (!event) throw new Error('there is one');
  return event;
}
const frame = { openLoads: new Set<string>(), now: '2024-05-01T09:30:01Z' };

describe('news', () => {
  it('is what was recorded within a day', () => {
    expect(isNews(eventWith({ occurredAt: '2024-05-01T09:29:59Z' }), frame)).toBe(true);
    expect(isNews(eventWith({ occurredAt: '2024-04-30T17:30:00+08:00' }), frame)).toBe(true);
    expect(isNews(eventWith({ occurredAt: '2024-04-30T09:29:59Z' }), frame)).toBe(false);
    expect(isNews(eventWith({ occurredAt: '2013-07-29T09:00:00Z' }), frame)).toBe(false);
  });
  it('is an alarm of a clock also after an outage', () =>
    expect(isNews(eventWith({ occurredAt: '2024-04-28T09:30:00Z' }, 'ClockEscalated'), frame)).toBe(true));
  it('is nothing that everybody has done without for a week', () => {
    const event = eventWith({}, 'ClockEscalated');
    expect(isNews(event, { ...frame, now: '2024-05-08T09:30:00Z' })).toBe(true);
    expect(isNews(event, { ...frame, now: '2024-05-08T09:30:01Z' })).toBe(false);
  });
  it('is nothing that an import wrote, however recent', () =>
    expect(isNews(eventWith({ source: 'import:helpdesk' }), frame)).toBe(false));
  it('is nothing of a load that is open, but what happens beside it', () => {
    const loading = { ...frame, openLoads: new Set(['load-1']) };
    expect(isNews(eventWith({ correlationId: 'load-1' }), loading)).toBe(false);
    expect(isNews(eventWith({ correlationId: 'load-2' }), loading)).toBe(true);
  });
});
