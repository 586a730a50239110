import type { ProblemScope } from '@tenure/improvement-contract';
import {
  groupOfScope,
  groupsOf,
  isOfScope,
  type GroupKey,
  type KnownProblem,
  type ThemedComplaint,
} from '@tenure/theme-core';

/** Problems as the log has told of them, and those that were asked for and are on their way. */
export class ProblemBook {
  readonly #problems = new Map<string, KnownProblem>();
  /** Open ones, each under one group that all of its complaints belong to. */
  #open: ReadonlyMap<GroupKey, readonly KnownProblem[]> = new Map();
  #openGroups: ReadonlySet<GroupKey> = new Set();

  constructor(problems: readonly KnownProblem[] = []) {
    for (const problem of problems) this.#problems.set(problem.problemId, problem);
    this.#index();
  }

  get all(): readonly KnownProblem[] {
    return [...this.#problems.values()];
  }

  get(problemId: string): KnownProblem | undefined {
    return this.#problems.get(problemId);
  }

  /** Of a problem that is known nothing changes. */
  open(problem: Omit<KnownProblem, 'groups' | 'endedAt'>): void {
    if (this.#problems.has(problem.problemId)) return;
    const group = groupOfScope(problem.scope);
    this.#set({ ...problem, groups: group === undefined ? [] : [group], endedAt: null });
  }

  /** The group turned out to be the same complaints. */
  join(problemId: string, scope: ProblemScope): void {
    const problem = this.#problems.get(problemId);
    const group = groupOfScope(scope);
    if (!problem || group === undefined || problem.groups.includes(group)) return;
    this.#set({ ...problem, groups: [...problem.groups, group] });
  }

  /** `endedAt` is null where it is open again. */
  end(problemId: string, endedAt: string | null): void {
    const problem = this.#problems.get(problemId);
    if (problem) this.#set({ ...problem, endedAt });
  }

  /** Open ones that a complaint belongs to by what it is about and when it came (ISO 8601). */
  of(complaint: ThemedComplaint, groups: readonly GroupKey[], at: string): readonly KnownProblem[] {
    if (this.#open.size === 0) return [];
    return groups.flatMap((group) => this.#open.get(group) ?? []).filter((problem) => has(problem, complaint, at));
  }

  /** Whether an open problem is known to be of the group. */
  isOpen(group: GroupKey): boolean {
    return this.#openGroups.has(group);
  }

  /**
   * Whether a rise of the group on a day that ends at a moment (epoch milliseconds) is of a problem already: one that is open,
   * or was until later.
   */
  covers(group: GroupKey, endMs: number): boolean {
    if (this.isOpen(group)) return true;
    return this.all.some(
      ({ groups, since, endedAt }) =>
        endedAt !== null &&
        groups.includes(group) &&
        Date.parse(since) <= endMs &&
        endMs <= Date.parse(endedAt) + DAY_MS,
    );
  }

  #set(problem: KnownProblem): void {
    this.#problems.set(problem.problemId, problem);
    this.#index();
  }

  #index(): void {
    const open = new Map<GroupKey, KnownProblem[]>();
    for (const problem of this.#problems.values()) {
      const [group] = groupsOf(complaintOf(problem.scope));
      if (problem.endedAt === null && group !== undefined) open.set(group, [...(open.get(group) ?? []), problem]);
    }
    this.#open = open;
    this.#openGroups = new Set(this.all.flatMap(({ endedAt, groups }) => (endedAt === null ? groups : [])));
  }
}

/** A day is judged at its end: that on which a problem ended was still the problem's. */
const DAY_MS = 86_400_000;

const has = ({ scope, since }: KnownProblem, complaint: ThemedComplaint, at: string): boolean =>
  isOfScope(complaint, scope) && Date.parse(at) >= Date.parse(since);

const complaintOf = ({ themeId, product, stepId }: ProblemScope): ThemedComplaint => ({
  themes: themeId === undefined ? [] : [themeId],
  product: product ?? null,
  steps: stepId === undefined ? [] : [stepId],
});
