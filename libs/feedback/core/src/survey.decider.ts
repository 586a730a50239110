import type {
  InviteOnOccasion,
  SurveyCommand,
  SurveyEvent,
  SurveyInvited,
  SurveyRejection,
} from '@tenure/feedback-contract';
import { accept, fingerprintOf, instant, isBefore, reject, type Decider, type Decision } from '@tenure/kernel';
import { inForce, type PublishedPolicy } from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';
import { answersTo } from './survey.answering';
import { evolve, type Invited, type SurveyInvitation } from './survey.state';

type Command = Plain<SurveyCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Invite = Exclude<Command, Of<'AnswerSurvey'>>;
type Outcome = Decision<SurveyEvent, SurveyRejection>;

/** All published versions of one survey. */
export type SurveyVersions = readonly PublishedPolicy<'survey'>[];

const DAY_MS = 86_400_000;

/**
 * One invitation to a survey: asked once, and answered once until its end (R17). `versions` are those of the survey that
 * the command, or the invitation, names; the questions are those of the version in force when the customer was asked.
 */
export const surveyInvitation = (
  versions: SurveyVersions,
): Decider<SurveyInvitation, Command, SurveyEvent, SurveyRejection> => ({
  initial: { status: 'absent' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'AnswerSurvey') return answer(command, state, versions);
    return state.status === 'absent' ? invite(command, versions) : invitedAgain(command, state);
  },
});

function invite(command: Invite, versions: SurveyVersions): Outcome {
  const { type: _, occurredAt: invitedAt, ...asked } = command;
  const survey = inForce(versions, invitedAt);
  if (!survey)
    return reject('survey-not-in-force', `no version of survey ${asked.surveyId} is in force at ${invitedAt}`);
  const endsAt = instant(Date.parse(invitedAt) + survey.content.openDays * DAY_MS);
  return accept({ type: 'SurveyInvited', data: { ...asked, version: survey.version, invitedAt, endsAt } });
}

/** For the same reason a customer is asked once, whatever is known by the time that all is read again. */
function invitedAgain(command: Invite, { invited }: Invited): Outcome {
  const isSame = isOnOccasion(command) ? isOfSameOccasion(command, invited) : isAskedAlike(command, invited);
  return isSame ? accept() : reject('survey-already-invited-differently');
}

const isOnOccasion = (command: Invite): command is Of<'InviteOnOccasion'> => command.type === 'InviteOnOccasion';

const isOfSameOccasion = ({ surveyId, customerId, about }: Plain<InviteOnOccasion>, invited: SurveyInvited): boolean =>
  fingerprintOf({ surveyId, customerId, about }) ===
  fingerprintOf({ surveyId: invited.surveyId, customerId: invited.customerId, about: invited.about });

function isAskedAlike({ type: _, occurredAt: invitedAt, ...asked }: Invite, invited: SurveyInvited): boolean {
  const { version: _version, endsAt: _endsAt, ...before } = invited;
  return fingerprintOf({ ...asked, invitedAt }) === fingerprintOf(before);
}

function answer(command: Of<'AnswerSurvey'>, state: SurveyInvitation, versions: SurveyVersions): Outcome {
  if (state.status === 'absent') return reject('survey-invitation-not-found');
  const { invitationId, surveyId, version, customerId, about, product, labels, invitedAt } = state.invited;
  const survey = versions.find((one) => one.version === version);
  // A published version is there for ever.
  if (!survey) return reject('survey-not-in-force', `survey ${surveyId} has no version ${version}`);
  const checked = answersTo(survey.content, command.answers);
  const { language, occurredAt: answeredAt } = command;
  if (state.status === 'answered') {
    const again = 'answers' in checked ? { answers: checked.answers, answeredAt } : undefined;
    const { answers, answeredAt: before } = state.answered;
    const isSame = fingerprintOf({ again }) === fingerprintOf({ again: { answers, answeredAt: before } });
    return isSame ? accept() : reject('survey-already-answered', `it was answered at ${before}`);
  }
  const refusal = refusalOfMoment(answeredAt, state.invited);
  if (refusal) return refusal;
  if ('code' in checked) return reject(checked.code, checked.detail);
  const of = { invitationId, surveyId, version, customerId, about, product, labels };
  return accept({
    type: 'SurveyAnswered',
    data: { ...of, answers: checked.answers, language, invitedAt, answeredAt },
  });
}

function refusalOfMoment(answeredAt: string, { invitedAt, endsAt }: SurveyInvited): Outcome | undefined {
  if (isBefore(answeredAt, invitedAt)) {
    return reject('survey-answered-before-invited', `the customer was invited at ${invitedAt}`);
  }
  return isBefore(answeredAt, endsAt) ? undefined : reject('survey-ended', `it could be answered until ${endsAt}`);
}
