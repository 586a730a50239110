import { DeadlineExceededError, EventStoreDBClient, UnavailableError } from '@eventstore/db-client';
import { DeadlineWatch } from './deadline.watch';
import { appendOnce } from './stream.appender';

describe('an append that comes to nothing', () => {
  const client = EventStoreDBClient.connectionString('esdb://127.0.0.1:1?tls=false');
  afterAll(() => client.dispose());

  const failing = (error: Error) => {
    const appending = jest.spyOn(client, 'appendToStream').mockRejectedValue(error);
    const appended = appendOnce(client, 'customer-k-1', [], 'no_stream', 2, new DeadlineWatch(10_000));
    return { appending, appended };
  };

  it('is tried again, and then says what may be done', async () => {
    const { appending, appended } = failing(new UnavailableError());
    await expect(appended).rejects.toThrow(
      /^The event store did not answer while appending to customer-k-1; try again$/,
    );
    expect(appending).toHaveBeenCalledTimes(2);
  });

  it('says that clocks may differ where it was too late', () =>
    expect(failing(new DeadlineExceededError()).appended).rejects.toThrow(
      /10 s have passed: it is overloaded, or its clock is ahead/,
    ));
});
