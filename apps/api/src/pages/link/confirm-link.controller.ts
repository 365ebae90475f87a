import { LifeCycleService } from '#directory';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form } from '../request/form.js';
import { Visits } from '../request/visits.js';
import { plainLinkPage } from './link.pages.js';
import { useOnce } from './once.js';

/** Confirms a profile by the link of a reminder, and signs nobody in. */
@Controller('link/confirm-profile')
export class ConfirmLinkController {
  constructor(
    private readonly visits: Visits,
    private readonly lifeCycle: LifeCycleService,
  ) {}

  @Get()
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    return visit.show(plainLinkPage(visit, 'confirm-profile', visit.query.get('token') ?? ''));
  }

  @Post()
  async act(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = await this.visits.of(request, reply);
    const token = Form.of(request.body).text('token');
    const confirm = async () => {
      await this.lifeCycle.confirmByLink(token);
      return 'confirm-profile' as const;
    };
    return useOnce(visit, 'confirm-profile', confirm);
  }
}
