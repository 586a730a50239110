import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { RegisterCustomer } from './customer.commands';

const valid = { customerId: 'k-1', fieldSource: 'import', occurredAt: '2011-01-05T09:00:00Z' };
const flawsOf = (fields: object) =>
  validateSync(plainToInstance(RegisterCustomer, { ...valid, ...fields })).map(({ property }) => property);

describe('RegisterCustomer', () => {
  it('needs no more than an id, a source and a time', () => expect(flawsOf({})).toEqual([]));
  it.each([
    ['industryCode', { industryCode: '34' }],
    ['cooperationSince', { cooperationSince: '2013-02-30' }],
    ['cooperationSince', { cooperationSince: '2262-01-01' }],
    ['name', { name: null }],
    ['needTags', { needTags: ['discount'] }],
    ['contacts', { contacts: [{ contactId: 'p-1', name: 'Lin', role: 'boss' }] }],
    ['contacts', { contacts: [null] }],
    ['fieldSource', { fieldSource: 'rumour' }],
  ])('names %s when it is wrong', (property, fields) => expect(flawsOf(fields)).toEqual([property]));
});
