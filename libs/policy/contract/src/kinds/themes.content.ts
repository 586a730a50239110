import type { Text } from '@tenure/shared-contract';
import { id, list, record, text, words } from './schema.parts';

/**
 * What a text is about. It is tagged with a theme where one of the words occurs in it, or one of the labels is its own, and
 * none of the words in `unless` occurs. Words are compared without regard to case, width and accents; those of letters match
 * at the beginning of a word, those of Chinese characters anywhere.
 */
export interface ThemeRule {
  readonly themeId: string;
  readonly title: Text;
  /** The step of the service that it falls to (涉及服务环节), one of `steps`. */
  readonly step?: string;
  /** All words of at least one of the groups occur. */
  readonly anyOf: readonly { readonly all: readonly string[] }[];
  readonly unless?: readonly string[];
  /** Issue types of complaints, and labels of surveys and voices, that mean the theme, whatever the text. */
  readonly labels?: readonly string[];
}

/** By which rules complaints, answers and voices are tagged by theme, and the steps of the service that these fall to. */
export interface ThemesContent {
  readonly steps: readonly { readonly stepId: string; readonly title: Text }[];
  readonly themes: readonly ThemeRule[];
}

const word = words(100);

export const themesSchema = record({
  steps: list(record({ stepId: id, title: text }), 0, 50),
  themes: list(
    record(
      {
        themeId: id,
        title: text,
        step: id,
        anyOf: list(record({ all: list(word, 1, 10) }), 0, 500),
        unless: list(word, 0, 100),
        labels: list(words(200), 0, 500),
      },
      ['step', 'unless', 'labels'],
    ),
    1,
    500,
  ),
});
