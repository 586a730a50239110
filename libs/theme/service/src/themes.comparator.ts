import { Inject, Injectable } from '@nestjs/common';
import { EventHistory } from '@tenure/event-store';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import {
  ComparisonTally,
  inForce,
  isOfKind,
  PolicyComparator,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
} from '@tenure/policy-contract';
import { compileThemes, themeIdsOf, type CompiledThemes } from '@tenure/theme-core';
import { textOf, type TextEvent } from './text.reading';

/** Of the whole log; a history of tens of millions of events takes minutes. */
const LONGEST_MS = 1_800_000;
const TYPES: readonly string[] = ['ComplaintOpened', 'SurveyAnswered', 'VoiceHeard'];
const NOTES = [
  'Every text of the log is tagged by what is in force today and by the draft; what was tagged stays as it is, and so does what people corrected.',
];

/** Every text there is, tagged once more. */
@Injectable()
export class ThemesComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['themes'];

  constructor(@Inject(EventHistory) private readonly history: EventHistory) {
    super();
  }

  async compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    if (draft.kind !== 'themes') throw new Error(`A draft of kind ${draft.kind} was given to that of themes`);
    const known = inForce(published, at);
    const today = known && isOfKind(known, 'themes') ? compileThemes(known.content) : undefined;
    const after = compileThemes(draft.content);
    const tally = new ComparisonTally();
    for await (const events of this.history.read(TYPES, AbortSignal.timeout(LONGEST_MS))) {
      for (const event of events) if (isText(event)) compareText(tally, event, today, after);
    }
    return tally.result('texts', NOTES);
  }
}

/** The history has decoded the event by its type. */
const isText = (event: Recorded<DomainEvent>): event is Recorded<TextEvent> => TYPES.includes(event.type);

function compareText(
  tally: ComparisonTally,
  event: TextEvent,
  today: CompiledThemes | undefined,
  after: CompiledThemes,
): void {
  const written = textOf(event);
  if (!written) return;
  tally.looked();
  const from = today ? namesOf(themeIdsOf(today, written.text)) : NONE;
  const to = namesOf(themeIdsOf(after, written.text));
  if (from === to) return;
  const { source, sourceId, customerId } = written;
  tally.changed(from, to, { id: `${source} ${sourceId}`, ...(customerId !== null && { customerId }), from, to });
}

const NONE = 'no theme';

const namesOf = (themeIds: readonly string[]): string =>
  themeIds.length === 0 ? NONE : [...themeIds].sort().join(', ');
