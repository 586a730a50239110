import type { LifecycleContent } from '@tenure/policy-contract';
import { LifecycleComparison } from './lifecycle.comparison';
import { newReview } from './review.state';
import { moment, orders, policyOf, recorded, registers, shipped, shippedContent } from './testing/customer.history';
import { run } from './testing/review.run';

/** After one order a customer is in maintenance. */
const sooner: LifecycleContent = {
  ...shippedContent,
  rules: [
    {
      ruleId: 'sooner',
      from: ['activation'],
      to: 'maintenance',
      when: { fact: 'orders', atLeast: 1 },
      reason: { zh: '有订单', en: 'has ordered' },
    },
    ...shippedContent.rules,
  ],
};

describe('a draft of a lifecycle', () => {
  it('is compared with where customers are today, not with what was judged last', () => {
    const at = moment(100);
    const comparison = new LifecycleComparison([shipped], policyOf(sooner, 2, at), at);
    comparison.add(run([recorded(orders(moment(80), 1), moment(80), 1)]).review);
    comparison.add(run([recorded(registers(moment(90), 2), moment(90), 2)]).review);
    // By today both policies have warned of whom nothing was heard.
    comparison.add(run([recorded(registers(moment(0), 3), moment(0), 3)]).review);
    comparison.add(newReview('unknown'));
    expect(comparison.result()).toMatchObject({
      of: 'customers',
      looked: 4,
      changed: 1,
      changes: [{ from: 'activation', to: 'maintenance', count: 1 }],
      examples: [{ customerId: 'k-1', from: 'activation', to: 'maintenance' }],
    });
  });
});
