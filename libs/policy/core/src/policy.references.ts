import type { PolicyDraft, PolicyKind } from '@tenure/policy-contract';

/** A policy that another one names. */
export interface PolicyReference {
  readonly kind: PolicyKind;
  readonly policyId: string;
  /** Where it is named, such as `content.targets[3].calendarId`. */
  readonly place: string;
}

/** Without the policies that it names nothing can be judged by a policy; the first place of each. */
export function referencesOf(draft: PolicyDraft): readonly PolicyReference[] {
  switch (draft.kind) {
    case 'service-standard':
      return firstOfEach(
        draft.content.targets.flatMap(({ calendarId, escalationId }, index) => [
          reference('calendar', calendarId, `content.targets[${index}].calendarId`),
          ...(escalationId === undefined
            ? []
            : [reference('escalation', escalationId, `content.targets[${index}].escalationId`)]),
        ]),
      );
    case 'calendar': {
      const { holidaysId } = draft.content;
      return holidaysId === undefined ? [] : [reference('holidays', holidaysId, 'content.holidaysId')];
    }
    case 'messaging':
      return [reference('calendar', draft.content.hoursCalendarId, 'content.hoursCalendarId')];
    case 'tier':
    case 'lifecycle':
    case 'churn-model':
    case 'journey':
    case 'survey':
    case 'themes':
    case 'improvement':
    case 'holidays':
    case 'remedy':
    case 'escalation':
    case 'contact-plan':
    case 'record-review':
    case 'recipients':
      return [];
  }
}

const reference = (kind: PolicyKind, policyId: string, place: string): PolicyReference => ({ kind, policyId, place });

const firstOfEach = (references: readonly PolicyReference[]): readonly PolicyReference[] => [
  ...new Map(references.toReversed().map((one) => [`${one.kind} ${one.policyId}`, one])).values(),
];
