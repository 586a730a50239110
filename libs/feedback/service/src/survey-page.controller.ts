import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Header, HttpStatus, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CommandSender } from '@tenure/commands';
import { AnswerSurvey, SurveyLinks, type GivenAnswer } from '@tenure/feedback-contract';
import { flawsOf } from '@tenure/feedback-core';
import { acceptedLanguage, Clock, FormBody, TakesForms } from '@tenure/http';
import { isBefore, type Outcome } from '@tenure/kernel';
import type { Language } from '@tenure/shared-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answersIn } from './survey.form';
import { SurveyInvitations } from './survey.invitations';
import { askingPage, endedPage, noSuchPage, SURVEY_SECURITY, thanksPage, type PageFrame } from './survey.page';

/** For customers, who have nothing but the link: the page on which they answer, without any script. */
@ApiExcludeController()
@Controller('s')
export class SurveyPageController {
  constructor(
    @Inject(SurveyLinks) private readonly links: SurveyLinks,
    @Inject(SurveyInvitations) private readonly invitations: SurveyInvitations,
    @Inject(CommandSender) private readonly sender: CommandSender,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  async show(
    @Param('token') token: string,
    @Query('language') language: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = frameOf(request, language);
    const known = await this.#find(token);
    if (!known) return send(reply, frame, HttpStatus.NOT_FOUND, noSuchPage(frame));
    const { survey, state } = known;
    if (state.status === 'answered') return send(reply, frame, HttpStatus.OK, thanksPage(survey, frame));
    if (!isBefore(this.clock.now(), state.invited.endsAt)) {
      return send(reply, frame, HttpStatus.GONE, endedPage(survey, frame));
    }
    return send(reply, frame, HttpStatus.OK, askingPage(survey, frame, { given: [], flaws: [] }));
  }

  @Post(':token')
  @TakesForms()
  @Header('cache-control', 'no-store')
  async answer(
    @Param('token') token: string,
    @Query('language') language: unknown,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = frameOf(request, language);
    const known = await this.#find(token);
    if (!known) return send(reply, frame, HttpStatus.NOT_FOUND, noSuchPage(frame));
    const { survey, state } = known;
    if (state.status === 'answered') return send(reply, frame, HttpStatus.CONFLICT, thanksPage(survey, frame, true));
    const given = form instanceof FormBody ? answersIn(form, survey) : [];
    const flaws = flawsOf(survey, given);
    if (flaws.length > 0) {
      return send(reply, frame, HttpStatus.UNPROCESSABLE_ENTITY, askingPage(survey, frame, { given, flaws }));
    }
    const outcome = await this.#answer(state.invited.invitationId, given, frame.language);
    if (outcome.status !== 'rejected') {
      // Found again by GET, so that a reload sends nothing a second time.
      return void reply.status(HttpStatus.SEE_OTHER).header('location', `?language=${frame.language}`).send();
    }
    if (outcome.code === 'survey-already-answered') {
      return send(reply, frame, HttpStatus.CONFLICT, thanksPage(survey, frame, true));
    }
    return send(reply, frame, HttpStatus.GONE, endedPage(survey, frame));
  }

  #answer(invitationId: string, answers: readonly GivenAnswer[], language: Language): Promise<Outcome> {
    const command = Object.assign(new AnswerSurvey(), {
      invitationId,
      answers,
      language,
      occurredAt: this.clock.now(),
    });
    const by = { actor: 'customer', source: 'survey-page' };
    return this.sender.send(command, { commandId: randomUUID(), correlationId: invitationId, ...by });
  }

  async #find(token: string) {
    const invitationId = this.links.invitationOf(token);
    const state = invitationId === undefined ? undefined : await this.invitations.find(invitationId);
    if (!state || state.status === 'absent') return undefined;
    return { state, survey: (await this.invitations.survey(state)).content };
  }
}

function frameOf({ headers }: FastifyRequest, asked: unknown): PageFrame {
  const language = asked === 'zh' || asked === 'en' ? asked : acceptedLanguage(headers['accept-language']);
  return { language };
}

function send(reply: FastifyReply, { language }: PageFrame, status: HttpStatus, page: string): void {
  void reply
    .status(status)
    .type('text/html; charset=utf-8')
    .headers({
      'content-language': language,
      'content-security-policy': SURVEY_SECURITY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      vary: 'accept-language',
    })
    .send(page);
}
