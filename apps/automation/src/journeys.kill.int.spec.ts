import { journeyOf, messageStep } from './testing/journey.content';
import { CUSTOMERS, useKilledSending } from './testing/killed.sending';

const SAID = ['JourneyEntered welcome treated', 'JourneyStepTaken hello message', 'JourneyEnded completed'];

describe('journeys of a process that is killed', () => {
  const sending = useKilledSending();

  async function decided(): Promise<number> {
    const said = await Promise.all(CUSTOMERS.map((customerId) => sending.fixture.saidShortly(customerId)));
    return said.filter((lines) => lines.length === SAID.length).length;
  }

  it('are decided once and sent once: killed while deciding, and between decided and sent', async () => {
    const { fixture } = sending;
    await fixture.publish('welcome', journeyOf([messageStep('hello', 'end')]));
    for (const customerId of CUSTOMERS) await fixture.enter(customerId);
    await sending.killTwice(decided);
    for (const customerId of CUSTOMERS) expect(await fixture.saidShortly(customerId)).toEqual(SAID);
  });
});
