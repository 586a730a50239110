import type { JourneyContent, LifecycleContent } from '@tenure/policy-contract';
import { namedNowhere } from './journey.names';
import { said, winBack } from './testing/journey.fixture';

const lifecycle: LifecycleContent = {
  rules: [
    { ruleId: 'warned', from: ['none'], to: 'churn-warning', when: { fact: 'orders', atLeast: 1 }, reason: said('') },
  ],
  minimumStay: [],
  milestones: [{ milestoneId: 'first-order', title: said(''), when: { fact: 'orders', atLeast: 1 }, repeats: 'once' }],
  dates: [{ dateId: 'renewal', title: said(''), of: 'renewal', daysBefore: 60 }],
};
const recipients = { people: [{ personId: 'bo', name: 'Bo', language: 'zh' as const }] };
const named = (trigger: JourneyContent['trigger']) => namedNowhere({ ...winBack, trigger }, lifecycle, recipients);

describe('what a journey names', () => {
  it('is there', () => {
    expect(named(winBack.trigger)).toEqual([]);
    expect(named({ kind: 'milestone-reached', milestoneId: 'first-order' })).toEqual([]);
    expect(named({ kind: 'date-due', dateId: 'renewal' })).toEqual([]);
    expect(named({ kind: 'score-crossed', bands: ['high'] })).toEqual([]);
  });
  it('is nowhere to be found', () => {
    expect(named({ kind: 'milestone-reached', milestoneId: 'tenth' })).toEqual([
      'Nobody enters: the lifecycle policy in force has no milestone tenth.',
    ]);
    expect(named({ kind: 'date-due', dateId: 'tenth' })).toEqual([
      'Nobody enters: the lifecycle policy in force has no date tenth.',
    ]);
    expect(named({ kind: 'stage-entered', stages: ['churn-warning', 'churned'] })).toEqual([
      'No rule of the lifecycle policy in force leads to the stage churned.',
    ]);
    expect(namedNowhere(winBack, lifecycle, { people: [] })).toEqual([
      'The task visit is for bo, whom the recipients in force do not name.',
    ]);
  });
});
