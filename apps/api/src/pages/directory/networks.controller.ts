import { CallService } from '#applications';
import { NetworkService, ProfileService, type NetworkView } from '#directory';
import { NotFoundError } from '#kernel';
import { Controller, Get, Param } from '@nestjs/common';
import type { PageBody } from '../request/visit.js';
import { networkPage, networksPage } from './networks.pages.js';
import { PublicRequests } from './public-requests.js';
import { PublicPageVisit, type PublicVisit } from './public-visit.js';

/** Networks on a page. */
const PAGE = 40;
const USE = { cost: 20, profiles: 0 };

/** The networks of the directory, all of which is public. */
@Controller('networks')
export class NetworkPagesController {
  constructor(
    private readonly networks: NetworkService,
    private readonly calls: CallService,
    private readonly profiles: ProfileService,
    private readonly requests: PublicRequests,
  ) {}

  @Get()
  async list(@PublicPageVisit() visit: PublicVisit): Promise<PageBody> {
    const after = visit.query.get('after');
    const result = await this.requests.within(visit, USE, async () =>
      // No slug has a null byte, and no text with one can be asked of PostgreSQL.
      this.networks.list({ first: PAGE, after: after?.replaceAll('\0', '') ?? null }),
    );
    return visit.show(networksPage(visit, result, after));
  }

  /** @throws NotFoundError */
  @Get(':slug')
  async show(
    @PublicPageVisit() visit: PublicVisit,
    @Param('slug') slug: string,
  ): Promise<PageBody> {
    const shown = await this.requests.within(visit, USE, async () => {
      const network = await this.networks.bySlug(slug);
      if (!network) throw new NotFoundError('network');
      const [parent, calls] = await Promise.all([this.parentOf(network), this.callsOf(network)]);
      return { network, parent, calls, today: this.profiles.today() };
    });
    return visit.show(networkPage(visit, shown));
  }

  private async parentOf({ parentId }: NetworkView): Promise<NetworkView | null> {
    if (parentId === null) return null;
    return (await this.networks.byIds([parentId])).get(parentId) ?? null;
  }

  private async callsOf({ slug, archived }: NetworkView) {
    return archived ? [] : (await this.calls.openOf(slug)).calls;
  }
}
