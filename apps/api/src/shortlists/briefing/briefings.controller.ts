import { CLOCK } from '#config';
import { CopyRecalledError } from '#directory';
import { type BriefingFormat, ShareService, ShortlistService } from '#engagement';
import { AccountService, type Viewer } from '#identity';
import { dayOf, NotFoundError } from '#kernel';
import { translator } from '#messages';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestViewers } from '../../http/request-viewers.js';
import { readIdAmong } from '../../graphql/global-id.js';
import { PageVisit } from '../../pages/request/page-visit.js';
import type { PageBody, Visit } from '../../pages/request/visit.js';
import { briefingAddress } from './briefing-address.js';
import { briefingPage } from './briefing.page.js';
import { type Briefing, toBriefing } from './briefing.js';
import { recalledPage } from './recalled.page.js';

/** It was there and will not be again. */
const GONE = 410;

/**
 * Briefings of shortlists, for programs with a token and for people who signed in on a page: of the viewer's own
 * organization by the id of the shortlist, of others by the id under which it is shared with her.
 */
@Controller('briefings')
export class BriefingsController {
  constructor(
    private readonly shortlists: ShortlistService,
    private readonly shares: ShareService,
    private readonly accounts: AccountService,
    private readonly viewers: RequestViewers,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Get(':id')
  async page(
    @Param('id') id: string,
    @PageVisit() visit: Visit,
    @Req() request: FastifyRequest,
  ): Promise<PageBody> {
    const briefing = await this.briefing(id, 'page', visit, request);
    if (briefing instanceof CopyRecalledError) return visit.show(recalledPage(visit.locale), GONE);
    const address = `${briefingAddress(id).pdf}?lang=${visit.locale}`;
    const words = translator('shortlists', visit.locale)('briefing.asPdf');
    return visit.show(briefingPage(briefing, { address, words }));
  }

  @Get(':id/pdf')
  async pdf(
    @Param('id') id: string,
    @PageVisit() visit: Visit,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NodeJS.ReadableStream | PageBody> {
    const briefing = await this.briefing(id, 'pdf', visit, request);
    if (briefing instanceof CopyRecalledError) return visit.show(recalledPage(visit.locale), GONE);
    // What writes PDFs is loaded when the first is asked for.
    const { briefingPdf } = await import('./briefing-pdf.js');
    void reply
      .type('application/pdf')
      .header('content-disposition', 'attachment; filename="briefing.pdf"');
    return briefingPdf(briefing, visit.locale);
  }

  /** The error itself where it was recalled: whoever may read it is told so. */
  private async briefing(
    id: string,
    format: BriefingFormat,
    visit: Visit,
    request: FastifyRequest,
  ): Promise<Briefing | CopyRecalledError> {
    const viewer = await this.viewers.readerOf(request);
    const { type, id: key } = keyIn(id);
    const from = type === 'Shortlist' ? this.shortlists : this.shares;
    const read = await from.brief(viewer, key, format).catch((error: unknown) => {
      if (error instanceof CopyRecalledError) return error;
      throw error;
    });
    if (read instanceof CopyRecalledError) return read;
    const day = dayOf(this.now());
    return toBriefing(read, { name: await this.nameOf(viewer), day }, visit.locale);
  }

  /** Her name and the organization that she reads for; the opaque name of who has no account. */
  private async nameOf(viewer: Viewer): Promise<string> {
    const account = await this.accounts.byId(viewer, viewer.userId ?? '');
    if (!account) return viewer.name;
    const { name, organization } = account;
    return organization ? `${name}, ${organization.name}` : name;
  }
}

/** @throws NotFoundError where an address names nothing of the kind */
function keyIn(id: string): { type: 'Shortlist' | 'SharedShortlist'; id: string } {
  try {
    return readIdAmong(['Shortlist', 'SharedShortlist'], id, 'id');
  } catch {
    throw new NotFoundError('briefing');
  }
}
