import type { SurveyAnswered, SurveyEvent, SurveyInvited } from '@tenure/feedback-contract';

export type Invited =
  | { readonly status: 'invited'; readonly invited: SurveyInvited }
  | { readonly status: 'answered'; readonly invited: SurveyInvited; readonly answered: SurveyAnswered };

export type SurveyInvitation = { readonly status: 'absent' } | Invited;

export function evolve(state: SurveyInvitation, event: SurveyEvent): SurveyInvitation {
  switch (event.type) {
    case 'SurveyInvited':
      return { status: 'invited', invited: event.data };
    case 'SurveyAnswered':
      return state.status === 'absent' ? state : { ...state, status: 'answered', answered: event.data };
  }
}
