/** Open time, such as `2 h 5 min`; a dash where there is none to tell. */
export function durationText(seconds: number | null): string {
  if (seconds === null) return '–';
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [Math.floor(seconds % 60), 's'],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  return told.length === 0 ? '0 s' : told.map(([count, unit]) => `${count} ${unit}`).join(' ');
}
