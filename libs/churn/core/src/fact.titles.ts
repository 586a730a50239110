import type { NumberFact } from '@tenure/behaviour-contract';
import type { LogisticFeature } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';

/** What people call a fact, or the question whether it is known at all. */
export function factTitle(fact: NumberFact, transform: LogisticFeature['transform']): Text {
  return transform === 'known' ? (KNOWN_TITLES[fact] ?? TITLES[fact]) : TITLES[fact];
}

const TITLES: Readonly<Record<NumberFact, Text>> = {
  daysSinceRegistered: { zh: '注册至今天数', en: 'Days since registration' },
  contracts: { zh: '生效合同数', en: 'Contracts in force' },
  daysToRenewal: { zh: '距续约天数', en: 'Days to renewal' },
  orders: { zh: '订单数', en: 'Orders' },
  orders7: { zh: '7天内订单数', en: 'Orders in 7 days' },
  orders30: { zh: '30天内订单数', en: 'Orders in 30 days' },
  orders180: { zh: '180天内订单数', en: 'Orders in 180 days' },
  orderDays: { zh: '下单天数', en: 'Days with an order' },
  spend180Minor: { zh: '180天内消费', en: 'Spend in 180 days' },
  returns180: { zh: '180天内退货数', en: 'Returns in 180 days' },
  returnsPercent180: { zh: '180天内退货占比', en: 'Returns against orders in 180 days' },
  daysSinceFirstOrder: { zh: '距首次下单天数', en: 'Days since the first order' },
  daysSinceLastOrder: { zh: '距上次下单天数', en: 'Days since the last order' },
  meanDaysBetweenOrders: { zh: '平均下单间隔', en: 'Usual days between orders' },
  overdueRatio: { zh: '超出平常间隔倍数', en: 'Silence against the usual interval' },
  logins7: { zh: '7天内登录数', en: 'Logins in 7 days' },
  logins30: { zh: '30天内登录数', en: 'Logins in 30 days' },
  logins180: { zh: '180天内登录数', en: 'Logins in 180 days' },
  daysSinceLastLogin: { zh: '距上次登录天数', en: 'Days since the last login' },
  loginTrendPercent: { zh: '登录变化', en: 'Change of logins' },
  featureUses7: { zh: '7天内功能使用', en: 'Feature uses in 7 days' },
  featureUses30: { zh: '30天内功能使用', en: 'Feature uses in 30 days' },
  featureUses180: { zh: '180天内功能使用', en: 'Feature uses in 180 days' },
  dwellMinutes7: { zh: '7天内停留分钟', en: 'Minutes spent in 7 days' },
  dwellMinutes30: { zh: '30天内停留分钟', en: 'Minutes spent in 30 days' },
  dwellMinutes180: { zh: '180天内停留分钟', en: 'Minutes spent in 180 days' },
  anomalies30: { zh: '30天内异常数', en: 'Anomalies in 30 days' },
  anomalies180: { zh: '180天内异常数', en: 'Anomalies in 180 days' },
  complaints30: { zh: '30天内投诉数', en: 'Complaints in 30 days' },
  complaints180: { zh: '180天内投诉数', en: 'Complaints in 180 days' },
  openComplaints: { zh: '未解决投诉数', en: 'Open complaints' },
  lowRatings180: { zh: '180天内差评数', en: 'Low ratings in 180 days' },
  lastRating: { zh: '最近评分', en: 'Last rating' },
  meanRating180: { zh: '180天内平均评分', en: 'Mean rating in 180 days' },
  competitorContacts180: { zh: '180天内接触竞争对手', en: 'Contacts with competitors in 180 days' },
  unansweredContacts30: { zh: '30天内未回应联系', en: 'Unanswered contacts in 30 days' },
  unansweredContacts180: { zh: '180天内未回应联系', en: 'Unanswered contacts in 180 days' },
  daysSinceLastContact: { zh: '距上次联系天数', en: 'Days since the last contact' },
  daysInStage: { zh: '处于当前阶段天数', en: 'Days in the stage' },
  ordersInStage: { zh: '当前阶段订单数', en: 'Orders in the stage' },
  riskScore: { zh: '上次风险评分', en: 'Risk score before' },
};

/** Of facts that many customers have none of, that there is one says something in itself. */
const known = ({ zh, en }: Text): Text => ({ zh: `${zh}：是否已知`, en: `${en}: whether known` });

const KNOWN_TITLES = mapped(TITLES, known);

function mapped<Name extends string>(
  titles: Readonly<Record<Name, Text>>,
  change: (title: Text) => Text,
): Readonly<Record<string, Text>> {
  return Object.fromEntries(Object.entries<Text>(titles).map(([name, title]) => [name, change(title)]));
}
