import { progressPage } from './progress.page';
import type { ProgressView } from './progress.view';

const view: ProgressView = {
  language: 'zh',
  expectedAt: '2024-05-01T12:00:00.000Z',
  steps: [
    {
      title: '受理',
      state: 'done',
      stateText: '已完成',
      role: '受理责任人',
      doneAt: '2024-05-01T02:00:00.000Z',
      expectedAt: null,
    },
    {
      title: '解决',
      state: 'in-progress',
      stateText: '进行中',
      role: '受理责任人',
      doneAt: null,
      expectedAt: '2024-05-01T12:00:00.000Z',
    },
    { title: '跟进', state: 'to-come', stateText: '待进行', role: '回访人员', doneAt: null, expectedAt: null },
  ],
};

describe('the page of a progress link', () => {
  it('has the steps, each with its state, its role and its time', () => {
    const page = progressPage(view);
    expect(page).toContain('<html lang="zh">');
    expect(page.match(/<li.*<\/li>/g)).toEqual([
      '<li class="done"><b>受理</b> 已完成，受理责任人，<time datetime="2024-05-01T02:00:00.000Z">2024-05-01 02:00 UTC</time></li>',
      '<li class="in-progress"><b>解决</b> 进行中，受理责任人，<time datetime="2024-05-01T12:00:00.000Z">2024-05-01 12:00 UTC</time></li>',
      '<li class="to-come"><b>跟进</b> 待进行，回访人员</li>',
    ]);
  });
  it('says when the case is expected to be resolved, as long as it is', () => {
    expect(progressPage(view)).toContain('预计解决时间');
    expect(progressPage({ ...view, expectedAt: null })).not.toContain('预计解决时间');
    expect(progressPage({ ...view, language: 'en' })).toContain('Expected to be resolved by <time');
  });
});
