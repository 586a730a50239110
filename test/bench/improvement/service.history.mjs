import { mulberry } from '../chance.mjs';
import { problemsOf } from './problem.history.mjs';

const FIRST_DAY = Date.parse('2021-01-04T00:00:00+08:00');
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SEED = 20_210_104;
export const DAYS = 1_090;
const SURVEY = { surveyId: 'survey-after-service', version: 1 };
const PRODUCTS = ['传感器', '网关', '控制器', '水泵', '压缩机', 'Cloud console', 'Maintenance plan', 'Spare parts'];
const AGENTS = Array.from({ length: 20 }, (_, index) => `agent-${index}`);
const TEXTS = [
  ['响应慢', '打了三次电话都没有人接，等了很久才有人回复，响应太慢。'],
  ['Late delivery', 'The delivery was promised for last week and has still not arrived; nobody tells us when it will.'],
  ['质量问题', '设备用了两天就坏了，质量很差，希望尽快更换。'],
  ['Wrong item', 'We ordered the large model and got the wrong item, and the box was damaged as well.'],
  ['账单错误', '发票金额和合同不一致，多收了费用，请核对账单。'],
  ['Refund', 'The return was accepted a month ago, but the refund has not been paid.'],
  ['服务态度', '客服态度不好，没有耐心，说话不客气。'],
  ['Cannot log in', 'Since the update we cannot log in to the console, the page shows an error.'],
  ['沟通', '没有人告诉我们进度，每次都要自己打电话问，信息不清楚。'],
  ['Other', 'The manual that came with it is for another year.'],
];

export const EVENT_TYPES = [
  'CustomerRegistered',
  'PurchaseRecorded',
  'ComplaintOpened',
  'ComplaintAccepted',
  'ComplaintResponded',
  'ComplaintResolved',
  'ComplaintResultTold',
  'ComplaintClosed',
  'SurveyInvited',
  'SurveyAnswered',
];

/** What happened, or what of it is of some types alone; about so many events. */
export function* history({ events, only }) {
  if (!only) return yield* everything({ events });
  for (const event of everything({ events: events * EVENTS_A_CASE })) if (only.includes(event.type)) yield event;
}

/** Day by day what customers bought, complained of, were asked and said, and what was done about it, in the order of time. */
function* everything({ events }) {
  const chance = mulberry(SEED);
  const cases = Math.max(1, Math.round(events / EVENTS_A_CASE));
  const days = Array.from({ length: DAYS + 40 }, () => []);
  const put = (at, event) => days[Math.floor((at - FIRST_DAY) / DAY_MS)]?.push({ at, event });
  const known = [];
  for (let number = 0; number < cases; number++) {
    const opened = FIRST_DAY + (Math.floor((number * DAYS) / cases) + chance()) * DAY_MS;
    caseOf(whoComplains(known, number, opened, chance, put), number, opened, chance, put);
  }
  problemsOf({ firstDay: FIRST_DAY, days: DAYS, put });
  for (const day of days) {
    day.sort((one, other) => one.at - other.at);
    for (const { at, event } of day) yield event(new Date(Math.round(at)).toISOString());
  }
}

/** 6 of the case, 1.6 of its survey, 2 purchases, 0.5 customers. */
const EVENTS_A_CASE = 10.1;

/** Half of them are new. Whoever complains has bought twice by then, or does soon. */
function whoComplains(known, number, opened, chance, put) {
  const isNew = known.length === 0 || chance() < 0.5;
  const customerId = isNew ? `c-${number}` : known[Math.floor(chance() * known.length)];
  if (isNew) {
    known.push(customerId);
    put(opened - HOUR_MS * chance(), registered(customerId));
  }
  for (let bought = 0; bought < 2; bought++) put(opened + chance() * 20 * DAY_MS, purchase(customerId, number, bought));
  return customerId;
}

function caseOf(customerId, number, opened, chance, put) {
  const complaintId = `k-${number}`;
  const by = AGENTS[number % AGENTS.length];
  const [subject, description] = TEXTS[Math.floor(chance() * chance() * TEXTS.length)];
  const product = PRODUCTS[Math.floor(chance() * PRODUCTS.length)];
  const on = (at, type, fields) =>
    put(at, (time) => of(`complaint-${complaintId}`, type, customerId, time, { complaintId, ...fields(time) }));
  const resolved = opened + (4 + chance() * 90) * HOUR_MS;
  const closed = resolved + (2 + chance() * 40) * HOUR_MS;
  on(opened, 'ComplaintOpened', (openedAt) => ({
    channel: 'email',
    subject,
    description,
    product,
    owner: by,
    openedAt,
  }));
  on(opened + chance() * HOUR_MS, 'ComplaintAccepted', (acceptedAt) => ({ owner: by, previousOwner: by, acceptedAt }));
  on(opened + (1 + chance() * 3) * HOUR_MS, 'ComplaintResponded', (respondedAt) => ({
    by,
    message: 'We are looking into it.',
    first: true,
    respondedAt,
  }));
  on(resolved, 'ComplaintResolved', (resolvedAt) => ({ by, remedy: 'Replaced', resolvedAt }));
  on(resolved + HOUR_MS, 'ComplaintResultTold', (toldAt) => ({ by, channel: 'email', toldAt }));
  on(closed, 'ComplaintClosed', (closedAt) => ({ by, closedAt }));
  survey(customerId, `s-${number}`, { about: { kind: 'case', id: complaintId }, product }, closed, chance, put);
}

function survey(customerId, invitationId, about, closed, chance, put) {
  const ofInvitation = { invitationId, ...SURVEY, ...about };
  const [score, isAnswered] = [1 + Math.floor(chance() * 5), chance() < 0.6];
  const [, text] = TEXTS[Math.floor(chance() * TEXTS.length)];
  const answers = [
    { kind: 'scale', questionId: 'satisfaction', score, measures: 'csat' },
    { kind: 'open', questionId: 'words', text },
  ];
  const invited = closed + HOUR_MS;
  const invitedAt = new Date(Math.round(invited)).toISOString();
  const endsAt = new Date(Math.round(invited + 14 * DAY_MS)).toISOString();
  const told = (at, type, fields) =>
    put(at, (time) => of(`survey-${invitationId}`, type, customerId, time, { ...ofInvitation, ...fields(time) }));
  told(invited, 'SurveyInvited', (time) => ({ send: false, invitedAt: time, endsAt }));
  if (!isAnswered) return;
  told(invited + chance() * 5 * DAY_MS, 'SurveyAnswered', (answeredAt) => ({ answers, invitedAt, answeredAt }));
}

const registered = (customerId) => (registeredAt) =>
  of(`customer-${customerId}`, 'CustomerRegistered', customerId, registeredAt, {
    name: `Customer ${customerId}`,
    fieldSource: 'import',
    registeredAt,
  });

const purchase = (customerId, number, bought) => (purchasedAt) => {
  const purchaseId = `p-${number}-${bought}`;
  const total = { amountMinor: 10_000 + ((number * 7_919) % 90_000), currency: 'CNY' };
  const lines = [{ sku: 'part-1', quantity: 1, unitPrice: String(total.amountMinor / 100) }];
  const data = { purchaseId, lines, total, purchasedAt };
  return of(`purchase-${purchaseId}`, 'PurchaseRecorded', customerId, purchasedAt, data);
};

const of = (streamName, type, customerId, occurredAt, data) => ({
  streamName,
  type,
  occurredAt,
  data: { customerId, ...data },
});
