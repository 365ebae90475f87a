import { MediatorIds, NetworkService, ProfileService } from '#directory';
import { isUuid } from '#identity';
import { NotFoundError } from '#kernel';
import { Controller, Get, Param } from '@nestjs/common';
import type { PageBody } from '../request/visit.js';
import { profilePage } from './profile.page.js';
import { PublicRequests } from './public-requests.js';
import { PublicSearch } from './public-search.js';
import { PublicPageVisit, type PublicVisit } from './public-visit.js';
import { readSearch } from './search-address.js';
import { searchPage } from './search.page.js';

/** What one profile costs in the graph, with its networks. */
const PROFILE = { cost: 30, profiles: 1 };

/** The directory as everyone may search and read it. */
@Controller('directory')
export class DirectoryPagesController {
  constructor(
    private readonly search: PublicSearch,
    private readonly mediatorIds: MediatorIds,
    private readonly profiles: ProfileService,
    private readonly networks: NetworkService,
    private readonly requests: PublicRequests,
  ) {}

  @Get()
  async list(@PublicPageVisit() visit: PublicVisit): Promise<PageBody> {
    const read = readSearch(visit.query);
    if (read.mistakes.length > 0) return visit.show(searchPage(visit, read, null), 422);
    const found = await this.search.find(visit, read.search);
    if (!('kind' in found)) return visit.show(searchPage(visit, read, found));
    return visit.show(searchPage(visit, { ...read, mistakes: [found] }, null), 422);
  }

  /** @throws NotFoundError, the same for all whom not everyone may see */
  @Get(':id')
  async show(@PublicPageVisit() visit: PublicVisit, @Param('id') id: string): Promise<PageBody> {
    const shown = await this.requests.within(visit, PROFILE, async () => {
      if (!isUuid(id)) throw new NotFoundError('mediator');
      const { viewer } = visit;
      const [key = ''] = await this.mediatorIds.keysOf(viewer, [{ type: 'Mediator', id }]);
      const view = (await this.profiles.viewsByIds(viewer, [key])).get(key);
      if (!view) throw new NotFoundError('mediator');
      const networks = await this.networks.byIds(view.networks.map(({ networkId }) => networkId));
      return { view, networks };
    });
    return visit.show(profilePage(visit, shown));
  }
}
