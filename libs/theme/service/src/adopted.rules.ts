import { dayNumberOf, startOfDayNumber } from '@tenure/calendar';
import type { ImprovementContent, PublishedPolicy } from '@tenure/policy-contract';
import { compileThemes, type CompiledThemes } from '@tenure/theme-core';

export type ThemesPolicy = Pick<PublishedPolicy<'themes'>, 'policyId' | 'version' | 'effectiveFrom' | 'content'>;
export type ImprovementPolicy = Pick<
  PublishedPolicy<'improvement'>,
  'policyId' | 'version' | 'effectiveFrom' | 'content'
>;

/** Versions as the log has told of them so far, the oldest first. */
export interface AdoptedVersions {
  readonly themes: readonly ThemesPolicy[];
  readonly improvement: readonly ImprovementPolicy[];
}

export interface ThemeRulesInForce {
  readonly version: number;
  readonly rules: CompiledThemes;
}

/** The rules that texts and complaints are judged by: those in force at their own time, of the versions known so far. */
export class AdoptedRules {
  readonly #themes: (ThemeRulesInForce & { readonly policy: ThemesPolicy; readonly fromMs: number })[] = [];
  readonly #improvement: { readonly policy: ImprovementPolicy; readonly fromMs: number }[] = [];

  constructor({ themes, improvement }: AdoptedVersions = { themes: [], improvement: [] }) {
    for (const policy of themes) this.adoptThemes(policy);
    for (const policy of improvement) this.adoptImprovement(policy);
  }

  get versions(): AdoptedVersions {
    return {
      themes: this.#themes.map(({ policy }) => policy),
      improvement: this.#improvement.map(({ policy }) => policy),
    };
  }

  /** False where the version is known. */
  adoptThemes({ policyId, version, effectiveFrom, content }: ThemesPolicy): boolean {
    if (this.#themes.some((known) => known.version === version)) return false;
    const policy = { policyId, version, effectiveFrom, content };
    this.#themes.push({ version, rules: compileThemes(content), policy, fromMs: Date.parse(effectiveFrom) });
    return true;
  }

  /** False where the version is known. */
  adoptImprovement({ policyId, version, effectiveFrom, content }: ImprovementPolicy): boolean {
    if (this.#improvement.some(({ policy }) => policy.version === version)) return false;
    const policy = { policyId, version, effectiveFrom, content };
    this.#improvement.push({ policy, fromMs: Date.parse(effectiveFrom) });
    return true;
  }

  themesAt(epochMs: number): (ThemeRulesInForce & { readonly policy: ThemesPolicy }) | undefined {
    return this.#themes.findLast(({ fromMs }) => fromMs <= epochMs);
  }

  improvementAt(epochMs: number): ImprovementPolicy | undefined {
    return this.#improvement.findLast(({ fromMs }) => fromMs <= epochMs)?.policy;
  }

  /** By the zone of the version in force then; before the first one by that of the first, and without any by UTC. */
  dayOf(epochMs: number): number {
    return dayNumberOf(epochMs, this.#zoneAt(epochMs));
  }

  /** The first moment after a day. */
  endOf(day: number): number {
    return startOfDayNumber(day + 1, this.#zoneAt(day * DAY_MS));
  }

  startOf(day: number): number {
    return startOfDayNumber(day, this.#zoneAt(day * DAY_MS));
  }

  #zoneAt(epochMs: number): ImprovementContent['timeZone'] {
    return (this.improvementAt(epochMs) ?? this.#improvement[0]?.policy)?.content.timeZone ?? 'UTC';
  }
}

const DAY_MS = 86_400_000;
