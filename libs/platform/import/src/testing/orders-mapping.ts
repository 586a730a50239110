/** Order lines to purchases, and to a customer at first sight. */
export const ORDERS = {
  name: 'orders',
  source: { timeZone: 'UTC' },
  groupBy: { columns: ['Order'] },
  emit: [
    {
      command: 'RegisterCustomer',
      when: { firstSeen: { $column: 'Customer' } },
      key: [{ $column: 'Customer' }],
      payload: { customerId: { $column: 'Customer' } },
    },
    {
      command: 'RecordPurchase',
      key: [{ $column: 'Order' }],
      payload: {
        purchaseId: { $column: 'Order' },
        customerId: { $column: 'Customer' },
        lines: { $each: { sku: { $column: 'Sku' }, quantity: { $column: 'Quantity', as: 'integer' } } },
        total: { $sum: ['Quantity', 'Price'], as: 'money', currency: 'EUR', rounding: 'half-up' },
      },
    },
  ],
};
const HEADER = 'Order,Customer,Sku,Quantity,Price';
export const csv = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
export const GOOD = csv('1,anna,x,2,1.10', '1,anna,y,1,0.005', '2,bob,x,3,2', '3,anna,z,1,5');
