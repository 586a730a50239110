import { Automation } from '@tenure/automation-runtime';
import { DEFAULT_POLICY_IDS, type PolicyBook } from '@tenure/policy-contract';
import type { Feed } from '@tenure/projections';
import type { DataSource } from 'typeorm';
import { AdoptedRules } from './adopted.rules';
import { CountedComplaints } from './counted.complaints';
import { ProblemBook } from './problem.book';
import type { SendCommand } from './rise.judging';
import { THEME_HANDLES } from './theme.events';
import { ThemeProcess } from './theme.process';
import { THEMES, ThemeStore } from './theme.store';
import { UnjudgedDays } from './unjudged.days';

export interface ThemeAutomationOptions {
  readonly feed: Feed;
  /** Migrated. */
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  /** Problems are opened by it. */
  readonly send: SendCommand;
  /** ISO 8601. */
  readonly now: () => string;
  /** `subject` is the problem that was refused. */
  readonly onFailure: (error: unknown, subject?: string) => void;
  /** How often it is looked for days that are over; 30,000 unless given. */
  readonly pollMs?: number;
}

/**
 * Says what complaints, answers and voices are about, counts complaints by theme, product and step, and opens problems where
 * they rise more than chance explains. Its tables are rebuilt by emptying them and deleting its row of `automation_position`,
 * while it doesn't run: problems are found again under the ids that they have.
 */
export function themeAutomation(options: ThemeAutomationOptions): Automation {
  const { feed, dataSource, policies, send, now, onFailure, pollMs = 30_000 } = options;
  return new Automation({
    name: THEMES,
    feed,
    dataSource,
    handles: THEME_HANDLES,
    open: async () => {
      const store = await ThemeStore.open(dataSource);
      const rules = new AdoptedRules(store.state.versions);
      await adoptFirst(rules, policies);
      const problems = new ProblemBook(store.state.problems);
      const counted = new CountedComplaints(await store.counts());
      countAnew(counted, problems, rules);
      const unjudged = new UnjudgedDays(rules, counted, store.state.unjudgedFrom);
      return new ThemeProcess({ store, rules, counted, problems, unjudged, send, now, onFailure, pollMs });
    },
    onFailure,
  });
}

/** First versions judge what was recorded before they were published too: nothing else does. */
async function adoptFirst(rules: AdoptedRules, policies: PolicyBook): Promise<void> {
  const [[themes], [improvement]] = await Promise.all([
    policies.versions('themes', DEFAULT_POLICY_IDS.themes),
    policies.versions('improvement', DEFAULT_POLICY_IDS.improvement),
  ]);
  if (themes) rules.adoptThemes(themes);
  if (improvement) rules.adoptImprovement(improvement);
}

function countAnew({ watch }: CountedComplaints, problems: ProblemBook, rules: AdoptedRules): void {
  for (const { endedAt, groups } of problems.all) {
    if (endedAt === null) continue;
    for (const group of groups) watch.restart(group, rules.dayOf(Date.parse(endedAt)) + 1);
  }
}
