import * as fc from 'fast-check';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { ComplaintEvent } from '@tenure/complaint-contract';
import { complaint } from './complaint.decider';
import type { Complaint } from './complaint.state';
import { anyCommands } from './testing/complaint.commands.arbitrary';
import { accept, later, open, opened } from './testing/complaint.fixture';

const { given } = specify(complaint);

describe('complaint', () => {
  it('belongs to whoever was asked first', () => given().when(open).then(opened));
  it('refuses another complaint under the same id', () =>
    given(opened)
      .when({ ...open, subject: 'Something else' })
      .thenRejected('complaint-already-opened-differently'));
  it('takes over how it is to be judged', () => {
    const judged = {
      caseType: 'service',
      urgency: 'urgent',
      complexity: 'complex',
      agreedDueAt: later,
      serviceStandard: 'cfpb',
    } as const;
    given()
      .when({ ...open, ...judged })
      .then({ ...opened, data: { ...opened.data, ...judged } } as ComplaintEvent);
  });
  it('is not due before it was opened', () =>
    given()
      .when({ ...open, agreedDueAt: '2013-07-29T08:59:59Z' })
      .thenRejected('complaint-due-before-opening'));
  it('refuses what happened before it was opened', () =>
    given(opened)
      .when({ ...accept, occurredAt: '2013-07-28T09:00:00Z' })
      .thenRejected('complaint-happened-before-opening'));
  it('is unknown until opened', () => given().when(accept).thenRejected('complaint-not-found'));

  it('yields no events for a repeated command', () => proveRepeatedCommandsYieldNoEvents(complaint, anyCommands));

  const histories = fc.array(fc.oneof(...Object.values(anyCommands)), { maxLength: 60, size: 'max' });

  it('has one owner at every moment of any history, who changes only by acceptance: the first, or of an open offer', () => {
    let changes = 0;
    fc.assert(
      fc.property(histories, (commands) => {
        followed(commands, (before, event, after) => {
          expect(after).toMatchObject({ owner: expect.stringMatching(/./) });
          if (before.status === 'absent' || after.status === 'absent' || before.owner === after.owner) return;
          expect(event).toMatchObject({
            type: 'ComplaintAccepted',
            data: { owner: after.owner, previousOwner: before.owner },
          });
          if (before.acceptedBy !== undefined) expect(before.offeredTo).toBe(after.owner);
          changes++;
        });
      }),
    );
    expect(changes).toBeGreaterThan(0);
  });

  it('has holds that end, once each, and never before they began', () => {
    let holds = 0;
    fc.assert(
      fc.property(histories, (commands) => {
        let heldAt: string | undefined;
        let continuedAt = '';
        followed(commands, (_before, event, after) => {
          if (event.type === 'ComplaintHeld') {
            expect(heldAt).toBeUndefined();
            expect(event.data.heldAt >= continuedAt).toBe(true);
            heldAt = event.data.heldAt;
            holds++;
          }
          if (event.type === 'ComplaintContinued') {
            expect(event.data.continuedAt >= (heldAt ?? 'never held')).toBe(true);
            continuedAt = event.data.continuedAt;
            heldAt = undefined;
          }
          if (after.status !== 'absent' && after.status !== 'open') expect(after.held).toBeUndefined();
        });
      }),
    );
    expect(holds).toBeGreaterThan(0);
  });
});

type Commands = readonly Parameters<typeof complaint.decide>[0][];

/** Carries out what is accepted, and shows each event with the states around it. */
function followed(
  commands: Commands,
  look: (before: Complaint, event: ComplaintEvent, after: Complaint) => void,
): void {
  let state = complaint.initial;
  for (const command of commands) {
    const decision = complaint.decide(command, state);
    for (const event of decision.accepted ? decision.events : []) {
      const after = complaint.evolve(state, event);
      look(state, event, after);
      state = after;
    }
  }
}
