import type { MonthFigures } from './judged.history';

/** A table for whoever reads the test's output. */
export function printAttainment(title: string, months: readonly MonthFigures[]): void {
  const lines = months.map(({ clock, month, met, breached }) => {
    const percent = ((100 * met) / (met + breached)).toFixed(1);
    return `${clock.padEnd(16)}${month}${String(met).padStart(7)}${String(breached).padStart(10)}${percent.padStart(10)} %`;
  });
  console.log([title, `${'clock'.padEnd(16)}month  ${'met'.padStart(7)}  breached  attained`, ...lines].join('\n'));
}
