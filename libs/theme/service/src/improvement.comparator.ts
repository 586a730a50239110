import { Inject, Injectable } from '@nestjs/common';
import { dayNumberOf, dayText } from '@tenure/calendar';
import {
  ComparisonTally,
  inForce,
  isOfKind,
  PolicyComparator,
  type ImprovementContent,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import { problemsInPast, type PastProblem } from '@tenure/theme-core';
import { DataSource } from 'typeorm';

interface ComplaintRow {
  readonly at: Date;
  readonly themes: readonly string[];
  readonly steps: readonly string[];
  readonly product: string | null;
}

const NOTES = [
  'Both rules are tried on all complaints so far, as if either had held from the beginning; no problem is ever over in this.',
  'Priorities, overdue measures and verification are not compared.',
];
const NOTHING = 'no problem';

/** Which problems the draft would have opened on the history that what is in force would not have, and the other way round. */
@Injectable()
export class ImprovementComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['improvement'];

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    if (draft.kind !== 'improvement') throw new Error(`A draft of kind ${draft.kind} was given to that of improvement`);
    const known = inForce(published, at);
    const complaints = await this.#complaints();
    const after = problemsUnder(draft.content, complaints);
    const today =
      known && isOfKind(known, 'improvement')
        ? problemsUnder(known.content, complaints)
        : new Map<string, PastProblem>();
    const tally = new ComparisonTally();
    for (const id of [...new Set([...today.keys(), ...after.keys()])].sort()) {
      tally.looked();
      const [from, to] = [textOf(today.get(id)), textOf(after.get(id))];
      if (from !== to) tally.changed(kindOf(today.get(id)), kindOf(after.get(id)), { id, from, to });
    }
    return tally.result('problems', NOTES);
  }

  #complaints(): Promise<readonly ComplaintRow[]> {
    return withConnection(this.dataSource, async (client) => {
      const { rows } = await client.query<ComplaintRow>(
        `SELECT at, themes, steps, product FROM themed_text WHERE source = 'complaint' AND case_type = 'complaint'`,
      );
      return rows;
    });
  }
}

/** By the group that each is of. */
function problemsUnder(
  { detection, timeZone }: ImprovementContent,
  complaints: readonly ComplaintRow[],
): ReadonlyMap<string, PastProblem> {
  const past = complaints.map(({ at, ...about }) => ({
    ...about,
    at: at.toISOString(),
    day: dayNumberOf(at.getTime(), timeZone),
  }));
  return new Map(problemsInPast(past, detection).map((problem) => [problem.group, problem]));
}

const kindOf = (problem: PastProblem | undefined): string => (problem ? 'a problem' : NOTHING);

const textOf = (problem: PastProblem | undefined): string =>
  problem ? `opened on ${dayText(problem.day)}, by ${problem.rise.window.cases} complaints` : NOTHING;
