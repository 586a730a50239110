import type { ClockKind } from '@tenure/policy-contract';
import type { CaseClockEvent, ClockBasis, ClockCancelled, ClockTarget } from '@tenure/service-standard-contract';
import type { Text, PauseReasonKind } from '@tenure/shared-contract';
import { durationText } from './duration.text';
import { COMPLEXITY_NAMES, URGENCY_NAMES } from './table.words';

type Event = CaseClockEvent;

/** What happened, in words; when and to which clock stands beside it. */
export function clockWords(event: Event): Text {
  switch (event.type) {
    case 'ClockStarted':
      return both('开始计时，时限 {0}', 'Started, within {0}', targetText(event.data.target));
    case 'ClockPaused': {
      const { reason, elapsedSeconds, breachVoided } = event.data;
      const said = both('暂停：{0}，已用 {1}', 'Paused: {0}, {1} used', PAUSES[reason], durationText(elapsedSeconds));
      return breachVoided ? joined(said, VOIDED) : said;
    }
    case 'ClockResumed':
      return both('恢复计时，已用 {0}', 'Resumed, {0} used', durationText(event.data.elapsedSeconds));
    case 'ClockRetargeted': {
      const { target, elapsedSeconds, breachVoided } = event.data;
      const used = durationText(elapsedSeconds);
      const said = both('时限改为 {0}，已用 {1}', 'Now within {0}, {1} used', targetText(target), used);
      return breachVoided ? joined(said, VOIDED) : said;
    }
    case 'ClockReminded':
      return alarmed(
        both('已用时限的 {0}%', '{0} % of the time used', plain(`${event.data.percent}`)),
        event.data.alarm,
      );
    case 'ClockBreached':
      return alarmed({ zh: '超时', en: 'Breached' }, event.data.alarm);
    case 'ClockEscalated':
      return alarmed(both('升级：第 {0} 步', 'Escalated, step {0}', plain(`${event.data.step}`)), event.data.alarm);
    case 'ClockMet': {
      const used = durationText(event.data.elapsedSeconds);
      return event.data.late
        ? both('超时完成，用时 {0}', 'Met late, after {0}', used)
        : both('按时完成，用时 {0}', 'Met in time, after {0}', used);
    }
    case 'ClockContinued':
      return both(
        '工单重开，继续计时，已用 {0}',
        'Case reopened, runs on, {0} used',
        durationText(event.data.elapsedSeconds),
      );
    case 'ClockCancelled':
      return both('取消：{0}', 'Cancelled: {0}', CANCELLED[event.data.reason]);
    case 'ClockBasisChanged':
      return basisText(event.data.basis);
  }
}

function basisText({ tier, urgency, complexity, owner, held, round }: ClockBasis): Text {
  const changed = both(
    '依据：客户等级 {0}，{1}，{2}，负责人 {3}',
    'Goes by: tier {0}, {1}, {2}, owner {3}',
    plain(tier ?? '–'),
    URGENCY_NAMES[urgency],
    COMPLEXITY_NAMES[complexity],
    plain(owner),
  );
  const waiting = held ? joined(changed, both('等待中：{0}', 'held: {0}', PAUSES[held.reason])) : changed;
  return round === 1 ? waiting : joined(waiting, both('第 {0} 次办理', 'opened {0} times', plain(`${round}`)));
}

export const CLOCK_NAMES: Readonly<Record<ClockKind, Text>> = {
  acceptance: { zh: '受理', en: 'Acceptance' },
  'first-response': { zh: '首次响应', en: 'First response' },
  resolution: { zh: '解决', en: 'Resolution' },
  feedback: { zh: '反馈', en: 'Feedback' },
  'follow-up': { zh: '跟进', en: 'Follow-up' },
  'internal-help': { zh: '内部协助', en: 'Internal help' },
};

const PAUSES: Readonly<Record<PauseReasonKind, Text>> = {
  'waiting-on-customer': { zh: '等待客户', en: 'waiting on the customer' },
  'waiting-on-third-party': { zh: '等待第三方', en: 'waiting on a third party' },
  'agreed-pause': { zh: '约定暂停', en: 'agreed pause' },
};

const CANCELLED: Readonly<Record<ClockCancelled['reason'], Text>> = {
  'case-resolved': { zh: '工单已解决', en: 'the case was resolved' },
  'case-closed': { zh: '工单已关闭', en: 'the case was closed' },
  'case-reopened': { zh: '工单已重开', en: 'the case was reopened' },
  duplicate: { zh: '重复工单', en: 'the case is a duplicate' },
};

const VOIDED: Text = { zh: '此前的超时不成立', en: 'the breach before does not stand' };
const SILENT: Text = { zh: '历史，未提醒', en: 'history, nobody was alarmed' };

function targetText({ targetSeconds, agreedDueAt }: ClockTarget): Text {
  const time = durationText(targetSeconds);
  return agreedDueAt === undefined ? time : both('{0}（约定日期）', '{0} (agreed date)', time);
}

const alarmed = (said: Text, alarm: boolean): Text => (alarm ? said : joined(said, SILENT));

const joined = (one: Text, other: Text): Text => ({
  zh: `${one.zh}；${other.zh}`,
  en: `${one.en}; ${other.en}`,
});

const plain = (text: string): Text => ({ zh: text, en: text });

function both(zh: string, en: string, ...values: readonly Text[]): Text {
  const filled = (text: string, language: keyof Text): string =>
    text.replace(/\{(\d)\}/g, (_, index) => values[Number(index)]?.[language] ?? '');
  return { zh: filled(zh, 'zh'), en: filled(en, 'en') };
}
