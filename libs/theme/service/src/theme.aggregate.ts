import type { Aggregate } from '@tenure/event-store';
import type { Plain } from '@tenure/shared-contract';
import { themeCodec, type ThemeCommand, type ThemeEvent, type ThemeRejection } from '@tenure/theme-contract';
import { themesCorrection, type ThemesOfText } from '@tenure/theme-core';

export type ThemesAggregate = Aggregate<ThemesOfText, Plain<ThemeCommand>, ThemeEvent, ThemeRejection>;

/** One stream per text; under the ids of all themes that there are. */
export const themesUnder = (known: ReadonlySet<string>): ThemesAggregate => ({
  category: 'themes',
  decider: themesCorrection(known),
  codec: themeCodec,
  idOf: ({ source, sourceId }) => `${source}:${sourceId}`,
  customerIdOf: () => undefined,
  starts: ['CorrectThemes'],
});
