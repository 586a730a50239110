/** The month `2026-11` or quarter `2026-Q4` in which a moment (ISO 8601) lies, by the wall clock of a time zone (IANA). */
export function periodOf(at: string, period: 'month' | 'quarter', timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', { timeZone, year: 'numeric', month: '2-digit' })
    .formatToParts(Date.parse(at))
    .reduce<Partial<Record<string, string>>>((found, { type, value }) => ({ ...found, [type]: value }), {});
  return period === 'month'
    ? `${parts['year']}-${parts['month']}`
    : `${parts['year']}-Q${Math.ceil(Number(parts['month']) / 3)}`;
}
