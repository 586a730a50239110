/** Customers with an address, each in a journey whose next step is due at the same moment. */
export function* history({ customers, journeyId, stepId, enteredAt, dueAt }) {
  for (let index = 0; index < customers; index++) {
    const customerId = `c-${index}`;
    const contact = { contactId: 'lead', name: 'Ann', role: 'purchasing-lead', email: `${customerId}@example.com` };
    yield {
      streamName: `customer-${customerId}`,
      type: 'CustomerRegistered',
      occurredAt: enteredAt,
      data: { customerId, name: `Firm ${index}`, contacts: [contact], fieldSource: 'import', registeredAt: enteredAt },
    };
  }
  for (let index = 0; index < customers; index++) {
    const customerId = `c-${index}`;
    yield {
      streamName: `journeys-${customerId}`,
      type: 'JourneyEntered',
      occurredAt: enteredAt,
      data: {
        customerId,
        journeyId,
        version: 1,
        runId: `${journeyId}:${customerId}`,
        category: 'activation',
        group: 'treated',
        causeEventId: `cause-of-${customerId}`,
        enteredAt,
        outcomeUntil: dueAt,
        nextStepId: stepId,
        nextDueAt: dueAt,
      },
    };
  }
}
