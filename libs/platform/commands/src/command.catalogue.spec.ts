import { complaintCommands } from '@tenure/complaint-contract';
import { CommandCatalogue, InvalidCommandError, UnknownCommandError } from './command.catalogue';

const catalogue = new CommandCatalogue(complaintCommands);
const valid = {
  complaintId: 'c-1',
  customerId: 'k-1',
  channel: 'phone',
  subject: 'Late',
  receivedBy: 'anna',
  occurredAt: '2013-07-29T09:00:00+08:00',
};

function problemsOf(payload: object): unknown {
  try {
    return catalogue.parse('OpenComplaint', payload);
  } catch (error) {
    return error instanceof InvalidCommandError ? error.problems : error;
  }
}

describe('command catalogue', () => {
  it('reads a valid command by its name and by its CloudEvents type', () => {
    expect(catalogue.parse('OpenComplaint', valid)).toMatchObject({ type: 'OpenComplaint', ...valid });
    expect(catalogue.parseCloudEvent('tenure.complaint.opened', valid)).toMatchObject({ type: 'OpenComplaint' });
  });
  it('names every wrong field', () => {
    expect(problemsOf({ ...valid, channel: 'pigeon', subject: 7 })).toMatchObject([
      { path: 'channel' },
      { path: 'subject' },
    ]);
  });
  it('names the place in a nested value', () => {
    const payload = { complaintId: 'c-1', by: 'anna', remedy: 'voucher', occurredAt: valid.occurredAt };
    expect(() =>
      catalogue.parse('ResolveComplaint', { ...payload, compensation: { amountMinor: 1.5, currency: 'CNY' } }),
    ).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ path: 'compensation.amountMinor' })] }));
  });
  it('refuses a field that the command does not have', () =>
    expect(problemsOf({ ...valid, colour: 'red' })).toMatchObject([{ path: 'colour' }]));
  it.each(['1899-12-31T23:59:59Z', '2262-04-12T00:00:00Z', '2013-02-30T00:00:00Z', '2013-07-29', 'yesterday', 5, null])(
    'refuses %p as a time',
    (occurredAt) => expect(problemsOf({ ...valid, occurredAt })).toMatchObject([{ path: 'occurredAt' }]),
  );
  it('refuses what is said to happen more than five minutes ahead of the clock', () => {
    const clocked = new CommandCatalogue(complaintCommands, () => '2013-07-29T00:55:00.000Z');
    expect(clocked.parse('OpenComplaint', valid)).toMatchObject(valid);
    const early = { ...valid, occurredAt: '2013-07-29T09:00:00.001+08:00' };
    const [path, message] = ['occurredAt', expect.stringMatching(/5 minutes ahead of .* 2013-07-29T00:55:00.000Z/)];
    const refusal = expect.objectContaining({ problems: [{ path, message }] });
    expect(() => clocked.parse('OpenComplaint', early)).toThrow(refusal);
    expect(() => clocked.parseCloudEvent('tenure.complaint.opened', early)).toThrow(refusal);
    expect(catalogue.parse('OpenComplaint', early)).toMatchObject(early);
  });
  it('cannot be made into something else by a member called __proto__', () => {
    const payload: object = JSON.parse(`{ "__proto__": { "subject": "hidden" }, "complaintId": "c-1" }`);
    expect(problemsOf(payload)).toContainEqual(expect.objectContaining({ path: 'subject' }));
  });
  it('refuses an unknown type by name', () => expect(() => catalogue.parse('Nope', {})).toThrow(UnknownCommandError));
});
