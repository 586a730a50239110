import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock, fail, IdPipe, QueryPipe, ReadOperation } from '@tenure/http';
import type { GoalAsOf } from '@tenure/improvement-contract';
import { AsOfQuery } from './as-of.parameter';
import { GoalDetailsView, GoalView } from './goal.view';
import { MeasuredGoals } from './measured.goals';

const projections = ['goal-register', 'metric-case', 'metric-answer', 'metric-customer'];
const MONTH_MS = 30 * 86_400_000;
const MOST_POINTS = 60;

@ApiTags('goals')
@Controller('goals')
export class GoalQueriesController {
  constructor(
    @Inject(MeasuredGoals) private readonly goals: MeasuredGoals,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @ReadOperation({
    id: 'listGoals',
    summary: 'Goals with where they stand, by their dates',
    answer: GoalView,
    list: true,
    projections,
  })
  list(@Query(QueryPipe) { asOf }: AsOfQuery): Promise<readonly GoalAsOf[]> {
    return this.goals.goalsAt(asOf ?? this.clock.now());
  }

  @Get(':goalId')
  @ReadOperation({
    id: 'getGoal',
    summary: 'One goal: where it stands, and how it came there',
    answer: GoalDetailsView,
    path: ['goalId'],
    projections,
  })
  async get(@Param('goalId', IdPipe) goalId: string, @Query(QueryPipe) { asOf }: AsOfQuery): Promise<GoalDetailsView> {
    const moment = asOf ?? this.clock.now();
    const goal = await this.goals.goalAt(goalId, moment);
    if (!goal) throw fail('not-found', `There is no goal ${goalId}`);
    const moments = [...pointsOf(goal.startsAt, earlier(moment, goal.dueAt)), moment];
    const course = await this.goals.courseOf(goal, moments);
    const now = course.at(-1);
    if (!now) throw new Error(`the goal ${goalId} was not measured`);
    const points = course.slice(0, -1).map(({ standing, measured, donePercent, expectedPercent }, index) => ({
      at: moments[index] ?? moment,
      ...{ standing, measured, donePercent, expectedPercent },
    }));
    return { ...now, windowDays: goal.windowDays, problems: goal.problems, course: points };
  }
}

/** Every 30 days from the start on, up to a moment that is not included; the newest of them where there are very many. */
function pointsOf(startsAt: string, until: string): readonly string[] {
  const points: string[] = [];
  const [start, end] = [Date.parse(startsAt), Date.parse(until)];
  for (let at = start + MONTH_MS; at < end; at += MONTH_MS) points.push(new Date(at).toISOString());
  return points.slice(-MOST_POINTS);
}

const earlier = (one: string, other: string): string => (Date.parse(one) < Date.parse(other) ? one : other);
