import { textTable } from './text.table';

it('puts rows in columns, wide characters counted as two', () => {
  const columns = [
    { title: 'NAME', value: ([name]: readonly [string, number]) => name },
    { title: 'N', value: ([, count]: readonly [string, number]) => `${count}`, alignRight: true },
  ];
  expect(
    textTable(columns, [
      ['客户', 7],
      ['shop', 12],
    ]),
  ).toEqual(['NAME   N', '客户   7', 'shop  12']);
});
