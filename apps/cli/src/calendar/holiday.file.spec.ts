import { readHolidayFile } from './holiday.file';

const day = { name: '元旦', date: '2027-01-01', isOffDay: true };

it('reads the form of holiday-cn', () => {
  const file = { $schema: 'schema.json', year: 2027, papers: ['https://www.gov.cn/2027'], days: [day] };
  expect(readHolidayFile('2027.json', JSON.stringify(file))).toEqual({
    year: 2027,
    papers: ['https://www.gov.cn/2027'],
    days: [{ day: '2027-01-01', name: '元旦', isOffDay: true }],
  });
});

it.each([
  ['not JSON', '{', /^2027.json is not JSON/],
  ['a list', '[]', /^2027.json is no holiday file/],
  ['null', 'null', /^2027.json is no holiday file/],
  ['a day without a name', JSON.stringify({ year: 2027, days: [{ ...day, name: undefined }] }), /is no holiday file/],
  ['a day that is null', JSON.stringify({ year: 2027, days: [null] }), /is no holiday file/],
  ['a year in words', JSON.stringify({ year: '2027', days: [day] }), /is no holiday file/],
  ['a year without days', JSON.stringify({ year: 2027, days: [] }), /2027 are not published yet/],
])('refuses %s', (_what, text, message) => {
  expect(() => readHolidayFile('2027.json', text)).toThrow(message);
});
