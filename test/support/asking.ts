import {
  DeskAskService,
  RequestService,
  TermsService,
  type OrganizerAskView,
  type Terms,
} from '#introductions';
import { OPERATOR, type Viewer } from '#identity';
import { COMPLETE_TERMS } from '../../libs/introductions/src/terms/terms.fixture.js';
import { ORGANIZATION } from './accounts.js';
import type { TestApi } from './api.js';
import { insertNeed, insertShortlist, type NeedColumns } from './stored-need.js';
import { coordinatorViewer, organizerViewer } from './viewers.js';

type Ask = (mediatorId: string, need?: NeedColumns, terms?: Partial<Terms>) => Promise<AskedNeed>;

/** An organizer who asks for women of one network, and a coordinator of its desk. */
export interface Asking {
  readonly ana: Viewer;
  readonly ada: Viewer;
  /** A request of ana's for a woman, with a need of its own. */
  readonly request: Ask;
  /** The same, which ada has forwarded. */
  readonly forward: Ask;
}

export interface AskedNeed {
  readonly needId: string;
  readonly id: string;
}

export async function openAsking(
  { app, services }: Pick<TestApi, 'app' | 'services'>,
  network = 'acacia',
): Promise<Asking> {
  const requests = app.get(RequestService);
  const desk = app.get(DeskAskService);
  const organization = await services.identity.organizations.create(OPERATOR, ORGANIZATION);
  const ana = { ...organizerViewer(), organizationId: organization.id };
  const ada = coordinatorViewer((await services.networks.bySlug(network))?.id ?? '');
  const request = async (
    mediatorId: string,
    need: NeedColumns = {},
    terms: Partial<Terms> = {},
  ): Promise<AskedNeed> => {
    const { needId, entry } = await services.database.transaction(async (tx) => {
      const id = await insertNeed(tx, { organization_id: organization.id, ...need });
      return { needId: id, ...(await insertShortlist(tx, id, mediatorId)) };
    });
    await app.get(TermsService).save(ana, needId, null, { ...COMPLETE_TERMS, ...terms });
    const asked: OrganizerAskView = await requests.request(ana, entry, {});
    return { needId, id: asked.id };
  };
  return {
    ana,
    ada,
    request,
    forward: async (...about) => {
      const asked = await request(...about);
      const { revision } = await desk.byId(ada, asked.id);
      await desk.forward(ada, asked.id, revision);
      return asked;
    },
  };
}
