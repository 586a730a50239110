import { Inject, Injectable } from '@nestjs/common';
import { GoalsAsOf, type GoalAsOf } from '@tenure/improvement-contract';
import { goalAt, progressOf, questionOf, type KnownGoal } from '@tenure/improvement-core';
import { MetricReader, type MetricValue } from '@tenure/metric-contract';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { GoalRegisterEntry } from './goal-register.entity';

/** Goals by their histories, measured all in one pass. */
@Injectable()
export class MeasuredGoals extends GoalsAsOf {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(MetricReader) private readonly metrics: MetricReader,
  ) {
    super();
  }

  async goalsAt(moment: string): Promise<readonly GoalAsOf[]> {
    const rows = await this.dataSource.manager.find(GoalRegisterEntry, { where: { setAt: LessThanOrEqual(moment) } });
    const goals = rows.flatMap(({ history }) => goalAt(history, moment) ?? []);
    const values = await this.metrics.measureAll(goals.map((goal) => questionOf(goal, moment)));
    return goals.flatMap((goal, index) => standing(goal, moment, values[index])).toSorted(byDate);
  }

  /** Undefined where there was no such goal yet. */
  async goalAt(goalId: string, moment: string): Promise<KnownGoal | undefined> {
    const row = await this.dataSource.manager.findOneBy(GoalRegisterEntry, { goalId });
    return row ? goalAt(row.history, moment) : undefined;
  }

  /** How it stood at each of the moments, as it was known and set at that. */
  async courseOf(goal: KnownGoal, moments: readonly string[]): Promise<readonly GoalAsOf[]> {
    const values = await this.metrics.measureAll(moments.map((moment) => questionOf(goal, moment)));
    return moments.flatMap((moment, index) => standing(goal, moment, values[index]));
  }
}

function standing(goal: KnownGoal, moment: string, measured: MetricValue | undefined): GoalAsOf[] {
  if (!measured) return [];
  const { goalId, title, metricId, segment, owner, baseline, target, startsAt, dueAt } = goal;
  const said = { goalId, title, metricId, segment, owner, baseline, target, startsAt, dueAt };
  return [{ ...said, ...progressOf(goal, moment, measured.value), measured }];
}

const byDate = (one: GoalAsOf, other: GoalAsOf): number =>
  Date.parse(one.dueAt) - Date.parse(other.dueAt) || (one.goalId < other.goalId ? -1 : 1);
