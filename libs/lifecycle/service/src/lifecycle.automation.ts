import { Automation } from '@tenure/automation-runtime';
import type { CommandExecutor } from '@tenure/event-store';
import { DEFAULT_POLICY_IDS, type PolicyBook } from '@tenure/policy-contract';
import type { Feed } from '@tenure/projections';
import type { DataSource } from 'typeorm';
import { LIFECYCLE_HANDLES, LifecycleProcess } from './lifecycle.process';
import { LifecycleRecording } from './lifecycle.recording';
import { LIFECYCLE, LifecycleReviews } from './lifecycle.reviews';

export interface LifecycleAutomationOptions {
  /** Of the log. */
  readonly feed: Feed;
  /** Migrated; with some five connections to spare. */
  readonly dataSource: DataSource;
  readonly policies: PolicyBook;
  /** On the event store that the feed is of. */
  readonly executor: CommandExecutor;
  /** ISO 8601; what time alone brings about by then is judged. */
  readonly now: () => string;
  /** What went wrong; it is tried again with back-off. */
  readonly onFailure: (error: unknown) => void;
  /** How often those are looked for whose time has come; 2,000 unless given. */
  readonly reviewEveryMs?: number;
}

/**
 * Judges the lifecycle of customers: on everything that is known of them, and on the passing of time. Of itself alone, with
 * nothing but an event store, a database and a published lifecycle policy:
 * `const automation = lifecycleAutomation({ feed, dataSource, policies, executor, now, onFailure }); automation.start()`, and
 * `automation.position` tells how far the log has been judged. Customers who are due by `now()` are reviewed once the log has
 * been caught up with; none is left where `SELECT count(*) FROM lifecycle_review WHERE next_at <= now` says 0.
 */
export function lifecycleAutomation(options: LifecycleAutomationOptions): Automation {
  const { feed, dataSource, policies, executor, now, onFailure, reviewEveryMs = 2_000 } = options;
  return new Automation({
    name: LIFECYCLE,
    feed,
    dataSource,
    handles: LIFECYCLE_HANDLES,
    open: async () => {
      const reviews = await LifecycleReviews.open(dataSource);
      // The first version judges all that was recorded before it was published too: nobody has judged it otherwise.
      const [first] = await policies.versions('lifecycle', DEFAULT_POLICY_IDS.lifecycle);
      if (first) reviews.adopt(first);
      return new LifecycleProcess({
        dataSource,
        reviews,
        recording: new LifecycleRecording(executor),
        now,
        reviewEveryMs,
      });
    },
    onFailure,
  });
}
