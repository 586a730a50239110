import { Inject, Injectable } from '@nestjs/common';
import { dayNumberOf, dayText } from '@tenure/calendar';
import { DEFAULT_POLICY_IDS, PolicyBook, type ImprovementContent, type PublishedPolicy } from '@tenure/policy-contract';
import { kindOf, memberOf, type GroupKey, type KnownProblem, type Rise } from '@tenure/theme-core';
import { DataSource } from 'typeorm';
import { CountedComplaints } from './counted.complaints';
import type { DetectionView, WatchedGroupView } from './detection.view';
import { ThemeTitles, titleIn, type KnownTitles } from './theme.titles';
import { THEMES, type ThemeState } from './theme.store';
import type { ThemeDayCountRow } from './theme-day-count.entity';

type ImprovementPolicy = PublishedPolicy<'improvement'>;

/** How far what is watched is from being a problem, worked out as the automation does. */
@Injectable()
export class DetectionReading {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(ThemeTitles) private readonly titles: ThemeTitles,
  ) {}

  /** On the day of a moment (ISO 8601); undefined where no policy is in force then. */
  async at(moment: string): Promise<DetectionView | undefined> {
    const policy = await this.policies.inForce('improvement', DEFAULT_POLICY_IDS.improvement, moment);
    if (!policy) return undefined;
    const { detection: rule, timeZone } = policy.content;
    const day = dayNumberOf(Date.parse(moment), timeZone);
    const [problems, titles] = await Promise.all([this.#problems(), this.titles.read()]);
    const { watch } = await this.#counted(day, policy, problems);
    const bound = watch.boundOn(day, rule).probability;
    const groups = [...watch.groups].flatMap((group) => {
      const rise = watch.assess(group, day, rule);
      return rise && rise.window.cases > 0 ? [viewOf(group, rise, problems, titles)] : [];
    });
    groups.sort((one, other) => one.probability - other.probability || (one.id < other.id ? -1 : 1));
    return { day: dayText(day), version: policy.version, bound, watched: watch.watchedOn(day, rule) + 1, groups };
  }

  async #problems(): Promise<readonly KnownProblem[]> {
    const [row]: { state: ThemeState }[] = await this.dataSource.query(
      'SELECT state FROM theme_automation WHERE name = $1',
      [THEMES],
    );
    return row?.state.problems ?? [];
  }

  /** What the window and the baseline of the day need, and the day before, by which groups with few cases are judged. */
  async #counted(
    day: number,
    { content }: ImprovementPolicy,
    problems: readonly KnownProblem[],
  ): Promise<CountedComplaints> {
    const { windowDays, baselineDays } = content.detection;
    const rows: ThemeDayCountRow[] = await this.dataSource.query(COUNTS, [
      day - windowDays - baselineDays - A_WEEK_DAYS,
      day,
    ]);
    const counted = new CountedComplaints(rows);
    countAnew(counted, problems, content);
    return counted;
  }
}

const A_WEEK_DAYS = 7;

/** The first day of all says since when there are records. */
const COUNTS = `SELECT complaint_group AS group, day, cases FROM theme_day_count
  WHERE day <= $2 AND (day >= $1 OR (complaint_group = 'all' AND day = (
    SELECT min(day) FROM theme_day_count WHERE complaint_group = 'all')))`;

function countAnew(
  { watch }: CountedComplaints,
  problems: readonly KnownProblem[],
  { timeZone }: ImprovementContent,
): void {
  for (const { endedAt, groups } of problems) {
    if (endedAt === null) continue;
    for (const group of groups) watch.restart(group, dayNumberOf(Date.parse(endedAt), timeZone) + 1);
  }
}

function viewOf(
  group: GroupKey,
  rise: Rise,
  problems: readonly KnownProblem[],
  { themes, steps }: KnownTitles,
): WatchedGroupView {
  const [kind, id] = [kindOf(group), memberOf(group)];
  const titles = kind === 'theme' ? themes : kind === 'step' ? steps : new Map();
  const known = problems.find(({ endedAt, groups }) => endedAt === null && groups.includes(group));
  return {
    kind,
    id,
    title: titleIn(titles, id),
    window: daysOf(rise.window),
    baseline: daysOf(rise.baseline),
    expected: rise.expected,
    dispersion: rise.dispersion.factor,
    probability: rise.probability,
    hasRisen: rise.hasRisen,
    problemId: known?.problemId ?? null,
  };
}

const daysOf = ({ from, until, cases }: Rise['window']) => ({ from: dayText(from), until: dayText(until), cases });
