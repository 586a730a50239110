import { accept, fingerprintOf, reject, type Decider } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';
import type { ThemeCommand, ThemeEvent, ThemeRejection } from '@tenure/theme-contract';

/** What a person said last of a text: the fingerprint of themes, person and reason; undefined while nobody has. */
export interface ThemesOfText {
  readonly said: string | undefined;
}

type Command = Plain<ThemeCommand>;

/** Corrections of one text, under the themes (ids) that there are in any version of the policy. */
export const themesCorrection = (
  known: ReadonlySet<string>,
): Decider<ThemesOfText, Command, ThemeEvent, ThemeRejection> => ({
  initial: { said: undefined },
  evolve: (_state, { data }) => ({ said: saidBy(data) }),
  decide: (command, { said }) => {
    const { source, sourceId, themes, by, why, occurredAt: correctedAt } = command;
    const unknown = themes.filter((themeId) => !known.has(themeId));
    if (unknown.length > 0) return reject('themes-unknown', `no version of the themes has ${unknown.join(', ')}`);
    if (said === saidBy(command)) return accept();
    const data = { source, sourceId, themes, by, ...(why !== undefined && { why }), correctedAt };
    return accept({ type: 'ThemesCorrected', data });
  },
});

const saidBy = ({ themes, by, why }: Pick<Command, 'themes' | 'by' | 'why'>): string =>
  fingerprintOf({ themes: [...themes].sort(), by, why });
