import { ApplyService, CallService, type PublicCall } from '#applications';
import { AdmissionService } from '#directory';
import { isUuid, TooManyAttemptsError } from '#identity';
import { InvalidStateError, NotFoundError } from '#kernel';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../../http/client-of.js';
import { Form } from '../request/form.js';
import { PageForm, PageVisit } from '../request/page-visit.js';
import type { PageBody, Visit } from '../request/visit.js';
import { mistakesOf, NO_MISTAKES, type Mistakes } from '../views/mistakes.js';
import { understood, withEmptyRows, writtenIn, type ApplicationRead } from './application-form.js';
import { applyPage, callsPage, closedCallPage, sentPage } from './apply.page.js';

/** The pages of a network's calls, by which women apply who have no account. Whether anybody knows her makes no difference here. */
@Controller('apply/:network')
export class ApplyController {
  constructor(
    private readonly calls: CallService,
    private readonly applying: ApplyService,
    private readonly admissions: AdmissionService,
  ) {}

  /** The calls of a network: an address that stays the same. */
  @Get()
  async list(@PageVisit() visit: Visit, @Param('network') network: string): Promise<PageBody> {
    return visit.show(callsPage(visit, await this.calls.openOf(network)));
  }

  @Get(':call')
  async show(
    @PageVisit() visit: Visit,
    @Param('network') network: string,
    @Param('call') id: string,
  ): Promise<PageBody> {
    const shown = await this.call(network, id);
    const reader = visit.inOneOf(shown.call.languages);
    if (visit.query.has('sent')) return reader.show(sentPage(reader, shown));
    if (shown.phase !== 'accepting') return reader.show(closedCallPage(reader, shown));
    const empty = withEmptyRows(writtenIn(Form.of(null)));
    return reader.show(applyPage(reader, shown, empty));
  }

  @Post(':call')
  async send(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Param('network') network: string,
    @Param('call') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageBody> {
    const shown = await this.call(network, id);
    // In the language in which she read the form, even if the call has left it out since.
    const reader = visit.query.has('lang') ? visit : visit.inOneOf(shown.call.languages);
    if (shown.phase !== 'accepting') return reader.show(closedCallPage(reader, shown), 409);
    const written = writtenIn(form);
    const again = (mistakes: Mistakes, status: number, consents = written.consents) => {
      const rows = withEmptyRows({ ...written, consents, mistakes });
      return reader.show(applyPage(reader, shown, rows), status);
    };
    if (form.has('more')) return again(NO_MISTAKES, 200);
    const read = understood(written, form.text('version'), reader);
    const mistakes = this.mistakes(read, reader);
    if (mistakes.has('consents')) {
      // What she has ticked was another text.
      return again(new Map([...mistakes, ['consents', reader.t('apply.textsChanged')]]), 422, []);
    }
    if (mistakes.size > 0) return again(mistakes, 422);
    const { locale, t, viewer } = reader;
    try {
      const address = { network, call: id };
      await this.applying.apply(viewer, clientOf(request), address, locale, read.applicant);
    } catch (error) {
      if (error instanceof InvalidStateError) {
        // Closed this very moment.
        return reader.show(closedCallPage(reader, shown), 409);
      }
      if (!(error instanceof TooManyAttemptsError)) throw error;
      void reply.header('retry-after', error.seconds);
      const minutes = Math.ceil(error.seconds / 60);
      return again(new Map([['', t('problems.tooMany', { minutes })]]), 429);
    }
    return reader.goTo(`/apply/${network}/${id}?sent&lang=${locale}`);
  }

  /** All that is wrong with the form, whether the page or the service finds it. */
  private mistakes({ applicant, mistakes, fields }: ApplicationRead, { t }: Visit): Mistakes {
    try {
      this.admissions.check(applicant);
      return mistakes;
    } catch (error) {
      return new Map([...mistakesOf(error, t, fields), ...mistakes]);
    }
  }

  private async call(network: string, id: string): Promise<PublicCall> {
    if (!isUuid(id)) throw new NotFoundError('call');
    return this.calls.atAddress(network, id);
  }
}
