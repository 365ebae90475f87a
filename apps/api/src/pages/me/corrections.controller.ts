import { CorrectionService } from '#directory';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form } from '../request/form.js';
import { mistakesOf, NO_MISTAKES } from '../request/mistakes.js';
import type { Visit } from '../request/visit.js';
import { Visits } from '../request/visits.js';
import { CORRECTABLE, correctionsPage, type CorrectionWritten } from './corrections.page.js';

/** What she asks the coordinators to put right. */
@Controller('me/corrections')
export class CorrectionsPageController {
  constructor(
    private readonly visits: Visits,
    private readonly corrections: CorrectionService,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    return this.page(visit, { field: '', text: '', mistakes: NO_MISTAKES });
  }

  @Post()
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const form = Form.of(request.body);
    const field = CORRECTABLE.find((name) => name === form.text('field')) ?? null;
    const text = form.text('text');
    try {
      await this.corrections.request(visit.viewer, field, text);
    } catch (error) {
      const mistakes = mistakesOf(error, visit.t);
      return this.page(visit, { field: field ?? '', text, mistakes }, 422);
    }
    return visit.goTo('/me/corrections?done=sent');
  }

  private async page(visit: Visit, written: CorrectionWritten, status = 200): Promise<void> {
    const asked = await this.corrections.own(visit.viewer);
    return visit.show(correctionsPage(visit, asked, written), status);
  }
}
