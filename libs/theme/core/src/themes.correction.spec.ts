import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import type { ThemeEvent } from '@tenure/theme-contract';
import * as fc from 'fast-check';
import { themesCorrection } from './themes.correction';

const decider = themesCorrection(new Set(['late', 'rude', 'fee']));
const { given } = specify(decider);
const of = { source: 'complaint', sourceId: 'c-1' } as const;
const correct = {
  type: 'CorrectThemes',
  ...of,
  themes: ['late'],
  by: 'anna',
  occurredAt: '2024-03-01T09:00:00Z',
} as const;
const corrected: ThemeEvent = {
  type: 'ThemesCorrected',
  data: { ...of, themes: ['late'], by: 'anna', correctedAt: '2024-03-01T09:00:00Z' },
};

describe('the correction of themes', () => {
  it('is what a person says, and may be said otherwise later', () => {
    given().when(correct).then(corrected);
    given(corrected)
      .when({ ...correct, themes: [], why: 'about nothing', occurredAt: '2024-03-02T09:00:00Z' })
      .then({
        type: 'ThemesCorrected',
        data: { ...of, themes: [], by: 'anna', why: 'about nothing', correctedAt: '2024-03-02T09:00:00Z' },
      });
  });
  it('names themes that there are', () =>
    given()
      .when({ ...correct, themes: ['late', 'unheard-of'] })
      .thenRejected('themes-unknown'));
  it('yields no events for a repeated command', () =>
    proveRepeatedCommandsYieldNoEvents(decider, {
      CorrectThemes: fc.record({
        type: fc.constant('CorrectThemes' as const),
        source: fc.constant('complaint' as const),
        sourceId: fc.constant('c-1'),
        themes: fc.subarray(['late', 'rude', 'fee']),
        by: fc.constantFrom('anna', 'bo'),
        occurredAt: fc.constantFrom('2024-03-01T09:00:00Z', '2024-03-02T09:00:00Z'),
      }),
    }));
});
