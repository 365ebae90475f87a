import { NetworkService } from '#directory';
import { AcceptanceService } from '#identity';
import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PageForm, PageVisit } from '../request/page-visit.js';
import { clientOf } from '../../http/client-of.js';
import { Form } from '../request/form.js';
import type { Mistakes } from '../views/mistakes.js';
import type { PageBody, Visit } from '../request/visit.js';
import { invitationPage, linkFormOf, type LinkForm } from './link.pages.js';
import { showRefusal, useOnce } from './once.js';

/** Accepting an invitation: her name, a password, and what she agrees to. */
@Controller('link/invitation')
export class InvitationLinkController {
  constructor(
    private readonly acceptances: AcceptanceService,
    private readonly networks: NetworkService,
  ) {}

  @Get()
  async ask(@PageVisit() visit: Visit, @Req() request: FastifyRequest): Promise<PageBody> {
    const token = visit.query.get('token') ?? '';
    return this.page(visit, request, linkFormOf(token), 200);
  }

  @Post()
  async act(
    @PageVisit() visit: Visit,
    @PageForm() form: Form,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    const written = { ...linkFormOf(form.text('token')), name: form.text('name') };
    const again = (mistakes: Mistakes) => this.page(visit, request, { ...written, mistakes }, 422);
    if (!form.has('agreed')) {
      return again(new Map([['agreed', visit.t('mistakes.codes.MISSING')]]));
    }
    const person = { name: written.name, password: form.secret('password') };
    const accept = async () => {
      const client = clientOf(request);
      const { role } = await this.acceptances.accept(visit.viewer, client, written.token, person);
      return role;
    };
    return useOnce(visit, 'invitation', accept, again);
  }

  private async page(
    visit: Visit,
    request: FastifyRequest,
    form: LinkForm,
    status: number,
  ): Promise<PageBody> {
    try {
      const { role, networkId } = await this.acceptances.peek(clientOf(request), form.token);
      const networks = await this.networks.byIds(networkId === null ? [] : [networkId]);
      const network = networks.get(networkId ?? '');
      const networkName = network ? visit.words.inLocale(network.names) : null;
      return visit.show(invitationPage(visit, { role, networkName }, form), status);
    } catch (error) {
      return showRefusal(error, visit, 'invitation');
    }
  }
}
