import { Module } from '@nestjs/common';
import { commandHandlersUnder } from '@tenure/commands';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { themeCommands } from '@tenure/theme-contract';
import { themesUnder } from './theme.aggregate';

const handlers = commandHandlersUnder(
  PolicyBook,
  async (policies) => {
    const versions = await policies.versions('themes', DEFAULT_POLICY_IDS.themes);
    return themesUnder(new Set(versions.flatMap(({ content }) => content.themes.map(({ themeId }) => themeId))));
  },
  themeCommands,
);

/** Corrections name themes of any version of the policy; needs CommandsModule and a PolicyBook. */
@Module({ providers: handlers })
export class ThemeModule {}
