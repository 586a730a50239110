import { checkCommand } from './command.check';

describe('what an import checks before it sends', () => {
  const login = { signalId: 's-1', customerId: 'k-1', occurredAt: '2024-04-02T09:10:00Z' };

  it('has nothing to say of a command that is well formed', () =>
    expect(checkCommand('RecordLogin', login)).toBeUndefined());
  it('says what is wrong, and what is still to come', () => {
    expect(checkCommand('RecordLogin', { ...login, dwellSeconds: -1 })).toMatch(/dwellSeconds/);
    expect(checkCommand('RecordLogin', { ...login, occurredAt: '2190-01-01T00:00:00Z' })).toMatch(
      /occurredAt 2190-01-01T00:00:00Z is more than 5 minutes ahead of the platform's clock/,
    );
  });
});
