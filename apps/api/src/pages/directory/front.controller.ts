import { NetworkService } from '#directory';
import { Controller, Get, Inject, Optional } from '@nestjs/common';
import type { PageBody } from '../request/visit.js';
import { Visits } from '../request/visits.js';
import { DemoSignIn } from '../sign-in/demo-sign-in.js';
import { frontPage } from './front.page.js';
import { howPage } from './how.page.js';
import { PublicRequests } from './public-requests.js';
import { PublicPageVisit, type PublicVisit } from './public-visit.js';

/** Networks that are looked at for whether any of them is fictional. */
const SOME = 40;

/** Where visitors begin, and what they read of how it works. */
@Controller()
export class FrontController {
  constructor(
    private readonly networks: NetworkService,
    private readonly requests: PublicRequests,
    private readonly visits: Visits,
    @Optional() @Inject(DemoSignIn) private readonly demo: DemoSignIn | null,
  ) {}

  /** Mails lead here that are about nothing in particular: whoever has signed in goes on to what is hers. */
  @Get()
  async start(@PublicPageVisit() visit: PublicVisit): Promise<PageBody> {
    const viewer = await this.visits.viewerOf(visit.request);
    if (viewer.sessionId !== null) return visit.goTo('/sign-in/open');
    const { items } = await this.requests.within(visit, { cost: 10, profiles: 0 }, async () =>
      this.networks.list({ first: SOME }),
    );
    return visit.show(
      frontPage(
        visit,
        items.some(({ fictional }) => fictional),
        ((await this.demo?.users()) ?? []).length > 0,
      ),
    );
  }

  @Get('how-matching-works')
  how(@PublicPageVisit() visit: PublicVisit): PageBody {
    return visit.show(howPage(visit));
  }
}
