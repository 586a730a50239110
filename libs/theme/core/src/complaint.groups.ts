import type { ProblemScope } from '@tenure/improvement-contract';
import type { DetectionGroup } from '@tenure/policy-contract';

/** What a complaint is about. */
export interface ThemedComplaint {
  readonly themes: readonly string[];
  readonly steps: readonly string[];
  readonly product: string | null;
}

/** Complaints that have something in common, such as `theme:late-delivery`. */
export type GroupKey = `${DetectionGroup}:${string}`;

/** Every group that a complaint belongs to. */
export function groupsOf({ themes, steps, product }: ThemedComplaint): readonly GroupKey[] {
  const groups: GroupKey[] = [];
  for (const themeId of themes) groups.push(keyOf('theme', themeId));
  if (product !== null) groups.push(keyOf('product', product));
  for (const stepId of steps) groups.push(keyOf('step', stepId));
  return groups;
}

/** The same string each time, so that nothing is hashed anew for it; of as many groups as are counted anyway. */
function keyOf(kind: DetectionGroup, member: string): GroupKey {
  const known = KEYS[kind].get(member);
  if (known !== undefined) return known;
  const key: GroupKey = `${kind}:${member}`;
  KEYS[kind].set(member, key);
  return key;
}

const KEYS: Readonly<Record<DetectionGroup, Map<string, GroupKey>>> = {
  theme: new Map(),
  product: new Map(),
  step: new Map(),
};

export const kindOf = (group: GroupKey): DetectionGroup =>
  group.startsWith('theme:') ? 'theme' : group.startsWith('step:') ? 'step' : 'product';

export const memberOf = (group: GroupKey): string => group.slice(group.indexOf(':') + 1);

export function scopeOf(group: GroupKey): ProblemScope {
  switch (kindOf(group)) {
    case 'theme':
      return { themeId: memberOf(group) };
    case 'product':
      return { product: memberOf(group) };
    case 'step':
      return { stepId: memberOf(group) };
  }
}

/** The group that a scope is one with; undefined where it is narrower than any, or nothing. */
export function groupOfScope({ themeId, product, stepId }: ProblemScope): GroupKey | undefined {
  const groups = groupsOf({
    themes: themeId === undefined ? [] : [themeId],
    product: product ?? null,
    steps: stepId === undefined ? [] : [stepId],
  });
  return groups.length === 1 ? groups[0] : undefined;
}

/** Whether a complaint has all that the scope says; none has where it says nothing. */
export function isOfScope(complaint: ThemedComplaint, scope: ProblemScope): boolean {
  const wanted = [scope.themeId, scope.product, scope.stepId].filter((member) => member !== undefined);
  return (
    wanted.length > 0 &&
    has(complaint.themes, scope.themeId) &&
    has([complaint.product], scope.product) &&
    has(complaint.steps, scope.stepId)
  );
}

const has = (members: readonly (string | null)[], wanted: string | undefined): boolean =>
  wanted === undefined || members.includes(wanted);
