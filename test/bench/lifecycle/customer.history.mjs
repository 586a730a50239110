import { mulberry } from '../chance.mjs';

const FIRST_DAY = Date.parse('2023-01-02T00:00:00Z');
const DAY_MS = 86_400_000;
const SEED = 20_230_102;
/** Of who works with what was bought: on most working days. */
const LOGINS_A_DAY = 0.6;

/**
 * What customers did, day by day. A third of them have contracts, log in and use what they bought; the others order. Some
 * leave for good, so that there is something to warn of.
 */
export function* history({ customers: many, days }) {
  const chance = mulberry(SEED);
  const customers = Array.from({ length: many }, (_, index) => ({
    customerId: `c-${index}`,
    isContractual: index % 3 === 0,
    arrivesOn: Math.floor(chance() * days * 0.5),
    leavesOn: Math.floor(days * (0.4 + chance() * 1.2)),
    ordersEvery: 10 + chance() * 60,
  }));
  const timeOn = (day) => new Date(FIRST_DAY + day * DAY_MS + Math.floor(chance() * DAY_MS)).toISOString();
  for (let day = 0; day < days; day++) {
    for (const customer of customers) {
      if (day === customer.arrivesOn) yield* arrival(customer, timeOn(day), timeOn(day + 365));
      else if (day > customer.arrivesOn && day < customer.leavesOn) yield* doings(customer, day, timeOn(day), chance);
    }
  }
}

function* arrival({ customerId, isContractual }, at, inAYear) {
  const registered = { name: `Customer ${customerId}`, fieldSource: 'import', registeredAt: at };
  yield of(`customer-${customerId}`, 'CustomerRegistered', customerId, at, registered);
  if (!isContractual) return;
  const contractId = `k-${customerId}`;
  const term = { startsOn: at.slice(0, 10), renewsOn: inAYear.slice(0, 10) };
  yield of(`contract-${contractId}`, 'ContractAgreed', customerId, at, { contractId, ...term, agreedAt: at });
}

function* doings({ customerId, isContractual, ordersEvery }, day, at, chance) {
  const id = `${customerId}-${day}`;
  const signal = (type, fields) =>
    of(`signal-${type}-${id}`, type, customerId, at, { signalId: `${type}-${id}`, ...fields });
  if (!isContractual && chance() < 1 / ordersEvery) {
    const total = { amountMinor: Math.round(1_000 + chance() * 90_000), currency: 'CNY' };
    const lines = [{ sku: 'tea-250', quantity: 1, unitPrice: String(total.amountMinor / 100) }];
    yield of(`purchase-${id}`, 'PurchaseRecorded', customerId, at, { purchaseId: id, lines, total, purchasedAt: at });
  }
  if (isContractual && chance() < LOGINS_A_DAY) {
    yield signal('CustomerLoggedIn', { dwellSeconds: Math.round(chance() * 1_800), loggedInAt: at });
    if (chance() < 0.5) yield signal('FeatureUsed', { feature: 'report', uses: 1, usedAt: at });
  }
  if (chance() < 0.002) {
    yield signal('ServiceRated', { score: 1 + Math.floor(chance() * 5), of: 'service', ratedAt: at });
  }
}

const of = (streamName, type, customerId, occurredAt, data) => ({
  streamName,
  type,
  occurredAt,
  data: { customerId, ...data },
});
