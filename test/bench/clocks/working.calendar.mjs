/** Office hours in two parts with the real holidays and make-up workdays of China: the calendar that the platform comes with. */
import { readFileSync } from 'node:fs';
import { compileCalendar } from '@tenure/calendar';

export const FIRST_YEAR = 2016;
export const YEARS = 10;
export const HOURS_A_DAY = 8;

const contentOf = (name) => {
  const file = new URL(`../../../libs/policy/service/defaults/${name}.policy.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).content;
};

export const workingCalendar = () => compileCalendar(contentOf('calendar-working-cn'), contentOf('holidays-CN'));
