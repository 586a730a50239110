import { statusOf } from './trace.words';

describe('statusOf', () => {
  it('names the priority and the status in both languages', () => {
    expect(statusOf('open', 'P0')).toEqual({ zh: 'P0，未解决', en: 'P0, open' });
    expect(statusOf('solved', 'backlog')).toEqual({ zh: '待办，已解决', en: 'Backlog, solved' });
    expect(statusOf('open', null)).toEqual({ zh: '未解决', en: 'open' });
  });
});
