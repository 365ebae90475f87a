import {
  DeskAskService,
  IntroductionClocks,
  IntroductionService,
  OwnAskService,
  RequestService,
  TermsService,
  type DeskAskView,
  type OrganizerAskView,
  type OwnAskView,
} from '#introductions';
import type { Viewer } from '#identity';
import { uuidv7 } from 'uuidv7';
import { COMPLETE_TERMS } from '../../libs/introductions/src/terms/terms.fixture.js';
import { makeAccount, ORGANIZATION } from './accounts.js';
import { openTestApi, type TestApi } from './api.js';
import { fill, record } from './fill.js';
import { readOutbox, type ReadMail } from './outbox.js';
import { insertNeed, insertShortlist, type NeedColumns } from './stored-need.js';
import { coordinatorViewer, mediatorViewer, organizerViewer } from './viewers.js';
import { OPERATOR } from '#identity';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A Monday, before the days of `COMPLETE_TERMS`. */
export const MONDAY = new Date('2027-01-04T08:00:00Z');

const ALL = { first: 50 };

export type Introducing = Awaited<ReturnType<typeof openIntroducing>>;

/** The three services of introductions of one application, and its clocks. */
export function introductionsOf(app: TestApi['app']) {
  return {
    requests: app.get(RequestService),
    desk: app.get(DeskAskService),
    own: app.get(OwnAskService),
    terms: app.get(TermsService),
    engaging: app.get(IntroductionService),
    clocks: app.get(IntroductionClocks),
  };
}

/** A network with five women who agree to be contacted, its coordinator, an organizer, and a clock that a test moves. */
export async function openIntroducing() {
  let now = MONDAY;
  const clock = () => now;
  const api = await openTestApi({}, undefined, clock);
  const { database, identity, networks } = api.services;
  const women = [1, 2, 3, 4, 5].map((n) =>
    record(n, { consent: 'LISTED; MATCHED; CONTACTED', email: `w${n}@example.org` }),
  );
  await fill(api.services, 'acacia', women);
  const networkId = (await networks.bySlug('acacia'))?.id ?? '';
  const herIds = await Promise.all(
    women.map(async ({ external_id }) => {
      const [row] = await database.query<{ id: string }>(
        'SELECT mediator_id AS id FROM affiliation WHERE external_id = $1',
        [external_id],
      );
      return row?.id ?? '';
    }),
  );
  const { id: organizationId } = await identity.organizations.create(OPERATOR, ORGANIZATION);
  /** Another account that organizes for the same organization. */
  const colleague = async () => {
    const made = await makeAccount(api.services, { role: 'organizer' });
    await database.query('UPDATE account SET organization_id = $2 WHERE id = $1', [
      made.id,
      organizationId,
    ]);
    return made;
  };
  const asOf = (viewer: Viewer, id: string): Viewer => ({
    ...viewer,
    name: `user:${id}`,
    userId: id,
  });
  const [organizing, coordinating] = [
    await colleague(),
    await makeAccount(api.services, { role: 'coordinator', networks: ['acacia'] }),
  ];
  const organizer = { ...asOf(organizerViewer(), organizing.id), organizationId };
  const coordinator = asOf(coordinatorViewer(networkId), coordinating.id);
  const services = introductionsOf(api.app);
  const { requests, desk, own, terms, clocks } = services;

  /** A need with complete terms and one woman on a shortlist. */
  const need = async (columns: NeedColumns = {}, mediatorId = herIds[0] ?? '') => {
    const needId = await insertNeed(database, {
      state: 'shortlisting',
      organization_id: organizationId,
      urgency: 'routine',
      ...columns,
    });
    await terms.save(organizer, needId, null, COMPLETE_TERMS);
    const { entry } = await insertShortlist(database, needId, mediatorId);
    return { needId, entryId: entry };
  };
  const shown = (id: string): Promise<OrganizerAskView> => requests.byId(organizer, id);
  const atDesk = (id: string): Promise<DeskAskView> => desk.byId(coordinator, id);
  const she = (n = 0): Viewer => mediatorViewer(herIds[n] ?? '');
  const hers = (id: string, viewer = she()): Promise<OwnAskView> => own.byId(viewer, id);

  /** A request, taken so many steps along the way to a connection. */
  const along = async (
    to: 'requested' | 'forwarded' | 'accepted' | 'confirmed' | 'connected',
    columns: NeedColumns = {},
    n = 0,
  ): Promise<{ id: string; needId: string; entryId: string }> => {
    const { needId, entryId } = await need(columns, herIds[n]);
    const { id } = await requests.request(organizer, entryId, {});
    const made = { id, needId, entryId };
    if (to === 'requested') return made;
    await desk.forward(coordinator, id, 1);
    if (to === 'forwarded') return made;
    await accept(id, n);
    if (to === 'accepted') return made;
    await requests.confirm(organizer, id, (await shown(id)).revision);
    if (to === 'confirmed') return made;
    await release(id, n);
    return made;
  };
  const accept = async (id: string, n = 0, declaration = {}): Promise<OwnAskView> => {
    const { revision, termsRevision } = await hers(id, she(n));
    return own.accept(she(n), id, revision, { termsRevision, declaration });
  };
  const release = async (id: string, n = 0): Promise<OwnAskView> => {
    const { revision } = await hers(id, she(n));
    return own.release(she(n), id, revision, { email: 'her@example.org', relay: false });
  };

  return {
    api,
    ...services,
    database,
    networkId,
    organizationId,
    herIds,
    organizer,
    organizing,
    coordinator,
    coordinating,
    colleague,
    she,
    clock,
    now: () => now,
    /** Lets time go by, and the job run at its end. */
    pass: async (ms: number): Promise<void> => {
      now = new Date(now.getTime() + ms);
      await clocks.handle();
    },
    /** Lets time go by without a job. */
    skip: (ms: number): void => {
      now = new Date(now.getTime() + ms);
    },
    reset: async (): Promise<void> => {
      now = MONDAY;
      await database.query('DELETE FROM need');
      await database.query('DELETE FROM mail_message');
      await database.query('DELETE FROM graphile_worker._private_jobs');
    },
    need,
    along,
    accept,
    release,
    shown,
    atDesk,
    hers,
    listed: async (): Promise<readonly OrganizerAskView[]> =>
      (await requests.list(organizer, {}, ALL)).items,
    stateOf: async (id: string): Promise<string | null> => {
      const [row] = await database.query<{ state: string }>(
        'SELECT state FROM introduction WHERE id = $1',
        [id],
      );
      return row?.state ?? null;
    },
    /** Subjects of the mails to an address that were queued since the last look. */
    mailsTo: async (email: string): Promise<ReadMail[]> => {
      await api.services.jobs.drain();
      return (await readOutbox(api.settings)).filter(({ to }) => to.includes(email));
    },
    consent: async (n: number, purpose: string, given: boolean): Promise<void> => {
      await database.query(
        given
          ? `INSERT INTO consent (id, mediator_id, purpose, text_version, channel, recorded_by, given_on)
             VALUES ($3, $1, $2, '1', 'network', 'test', '2026-01-01')`
          : `UPDATE consent SET withdrawn_at = now() WHERE mediator_id = $1 AND purpose = $2 AND $3::uuid IS NOT NULL`,
        [herIds[n], purpose, uuidv7()],
      );
    },
    close: () => api.close(),
  };
}
