import type { EventMetadata } from '@tenure/kernel';
import { recordAll } from '@tenure/kernel/testing';
import { isNews } from './notice.news';

/** Recorded at 2024-05-01T09:30:00.000Z. */
function eventWith(metadata: Partial<EventMetadata>) {
  const [event] = recordAll([{ type: 'ComplaintHandOverOffered', data: {} }], metadata);
  if (!event) throw new Error('there is one');
  return event;
}
const none = new Set<string>();

describe('news', () => {
  it('is what was recorded within a day', () => {
    expect(isNews(eventWith({ occurredAt: '2024-05-01T09:29:59Z' }), none)).toBe(true);
    expect(isNews(eventWith({ occurredAt: '2024-04-30T17:30:00+08:00' }), none)).toBe(true);
    expect(isNews(eventWith({ occurredAt: '2024-04-30T09:29:59Z' }), none)).toBe(false);
    expect(isNews(eventWith({ occurredAt: '2013-07-29T09:00:00Z' }), none)).toBe(false);
  });
  it('is nothing that an import wrote, however recent', () =>
    expect(isNews(eventWith({ source: 'import:helpdesk' }), none)).toBe(false));
  it('is nothing of a load that is open, but what happens beside it', () => {
    const open = new Set(['load-1']);
    expect(isNews(eventWith({ correlationId: 'load-1' }), open)).toBe(false);
    expect(isNews(eventWith({ correlationId: 'load-2' }), open)).toBe(true);
  });
});
