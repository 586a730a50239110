import type { ClockStanding } from '@tenure/service-standard-core';
import { CASE_TYPE_NAMES, type Language } from '@tenure/shared-contract';
import type { TableColumn } from '@tenure/tables';
import type { CaseClockEntry } from './case-clock.entity';
import { CLOCK_NAMES } from './clock-history.words';
import { CLOCK_STATE_NAMES, inLanguage, URGENCY_NAMES } from './table.words';

export const CLOCKS_TABLE: Readonly<Record<Language, string>> = { zh: '时限', en: 'Clocks' };

export interface ClockTableRow {
  readonly clock: CaseClockEntry;
  readonly standing: ClockStanding;
}

/** One clock a row; times of a clock in hours of open time. */
export const clockColumns = (language: Language): readonly TableColumn<ClockTableRow>[] => {
  const header = (zh: string, en: string): string => inLanguage(language, zh, en);
  return [
    { header: header('工单', 'Case'), cell: ({ clock }) => clock.caseId, width: 20 },
    { header: header('客户', 'Customer'), cell: ({ clock }) => clock.customerId, width: 20 },
    { header: header('时限', 'Clock'), cell: ({ clock }) => CLOCK_NAMES[clock.kind][language], width: 12 },
    { header: header('类型', 'Type'), cell: ({ clock }) => CASE_TYPE_NAMES[clock.caseType][language] },
    { header: header('客户等级', 'Tier'), cell: ({ clock }) => clock.tier },
    { header: header('紧急程度', 'Urgency'), cell: ({ clock }) => URGENCY_NAMES[clock.urgency][language] },
    { header: header('负责人', 'Owner'), cell: ({ clock }) => clock.owner, width: 14 },
    { header: header('状态', 'State'), cell: ({ standing }) => CLOCK_STATE_NAMES[standing.state][language] },
    { header: header('开始', 'Started'), cell: ({ clock }) => new Date(clock.startedAt), width: 20 },
    { header: header('到期', 'Due'), cell: ({ clock }) => dateOrNull(clock.dueAt), width: 20 },
    { header: header('完成', 'Over'), cell: ({ clock }) => dateOrNull(clock.finishedAt), width: 20 },
    { header: header('超时于', 'Breached'), cell: ({ clock }) => dateOrNull(clock.breachedAt), width: 20 },
    { header: header('时限（小时）', 'Target (hours)'), cell: ({ clock }) => hours(clock.targetSeconds) },
    { header: header('已用（小时）', 'Elapsed (hours)'), cell: ({ standing }) => hours(standing.elapsedSeconds) },
    { header: header('剩余（小时）', 'Left (hours)'), cell: ({ standing }) => hours(standing.secondsLeft) },
    { header: header('超出（小时）', 'Late (hours)'), cell: ({ standing }) => hours(standing.secondsLate) },
    { header: header('服务标准', 'Standard'), cell: ({ clock }) => versionText(clock.policyId, clock.policyVersion) },
    { header: header('日历', 'Calendar'), cell: ({ clock }) => versionText(clock.calendarId, clock.calendarVersion) },
  ];
};

const dateOrNull = (time: string | null): Date | null => (time === null ? null : new Date(time));

const hours = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round((seconds / 3600) * 100) / 100;

const versionText = (id: string | null, version: number | null): string | null =>
  id === null ? null : `${id} ${version ?? ''}`.trim();
