import type { Text } from '@tenure/shared-contract';

/** Open time, such as `2 h 5 min`: not in days, which are of different lengths by different calendars. */
export function durationText(seconds: number): Text {
  const parts = [
    [Math.floor(seconds / 3600), '小时', 'h'],
    [Math.floor((seconds % 3600) / 60), '分', 'min'],
    [Math.floor(seconds % 60), '秒', 's'],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  if (told.length === 0) return { zh: '0 秒', en: '0 s' };
  return {
    zh: told.map(([count, zh]) => `${count} ${zh}`).join(' '),
    en: told.map(([count, , en]) => `${count} ${en}`).join(' '),
  };
}
