import { specify } from '@tenure/kernel/testing';
import { complaint } from './complaint.decider';
import { accept, accepted, held, ids, later, offered, onCase, opened, resolved } from './testing/complaint.fixture';

const { given } = specify(complaint);
const offer = { type: 'OfferComplaintHandOver', ...onCase, to: 'chen' } as const;
const decline = { type: 'DeclineComplaintHandOver', ...onCase, by: 'chen' } as const;
const takenByBo = [opened, accepted('bo', 'anna')];

describe('the owner of a complaint', () => {
  it('is, before anybody accepted it, whoever accepts it first', () => {
    given(opened).when(accept).then(accepted('bo', 'anna'));
    given(opened, offered('anna', 'chen')).when(accept).then(accepted('bo', 'anna'));
  });
  it('may be who was asked first, once accepted', () =>
    given(opened)
      .when({ ...accept, by: 'anna' })
      .then(accepted('anna', 'anna')));
  it('is one: of two who accept at once the second is refused', () =>
    given(...takenByBo)
      .when({ ...accept, by: 'chen' })
      .thenRejected('complaint-accepted-by-another'));
  it('is, after that, only changed by the acceptance of whom it was offered to', () => {
    given(...takenByBo, offered('bo', 'chen'))
      .when({ ...accept, by: 'dora' })
      .thenRejected('complaint-offered-to-another');
    given(...takenByBo, offered('bo', 'chen'))
      .when({ ...accept, by: 'chen' })
      .then(accepted('chen', 'bo'));
  });
  it('stays while a hand-over is only offered', () => {
    given(...takenByBo)
      .when(offer)
      .then(offered('bo', 'chen'));
    expect(given(...takenByBo, offered('bo', 'chen')).state()).toMatchObject({ owner: 'bo', offeredTo: 'chen' });
  });
  it('stays when the offer is declined, which is over then', () => {
    const declined = {
      type: 'ComplaintHandOverDeclined',
      data: { ...ids, owner: 'bo', by: 'chen', declinedAt: later },
    } as const;
    given(...takenByBo, offered('bo', 'chen'))
      .when(decline)
      .then(declined);
    given(...takenByBo, offered('bo', 'chen'), declined)
      .when({ ...accept, by: 'chen' })
      .thenRejected('complaint-accepted-by-another');
  });
  it('can’t be spared an offer by somebody else', () => {
    given(...takenByBo)
      .when(decline)
      .thenRejected('complaint-not-offered');
    given(...takenByBo, offered('bo', 'dora'))
      .when(decline)
      .thenRejected('complaint-offered-to-another');
  });
  it('is not asked to take what is theirs', () =>
    given(opened)
      .when({ ...offer, to: 'anna' })
      .thenRejected('complaint-hand-over-to-owner'));
  it('may change while the case is held, not once it is resolved', () => {
    given(...takenByBo, held)
      .when(offer)
      .then(offered('bo', 'chen'));
    given(...takenByBo, offered('bo', 'chen'), resolved)
      .when({ ...accept, by: 'chen' })
      .thenRejected('complaint-not-open');
  });
});
