import {
  DeploymentClocks,
  DeploymentStore,
  DeskDeploymentService,
  EmergencyService,
  IncidentService,
  OrganizerDeploymentService,
  OwnDeploymentService,
  type DeskDeployment,
  type LineInput,
  type Setting,
} from '#deployments';
import { OPERATOR, type Viewer } from '#identity';
import {
  DeskAskService,
  NO_TERMS,
  OwnAskService,
  RequestService,
  TermsService,
  type Terms,
} from '#introductions';
import { makeAccount, ORGANIZATION } from './accounts.js';
import { openCurationBench } from './curating.js';
import { record } from './fill.js';
import { insertNeed, insertShortlist } from './stored-need.js';
import { coordinatorViewer, organizerViewer } from './viewers.js';

/** Complete terms, for work in person in Mali from 4 January to 31 March 2027. */
export const TERMS: Terms = {
  ...NO_TERMS,
  purpose: 'To prepare the talks of the two councils.',
  role: 'Adviser on process design',
  mode: 'in-person',
  support: 'advice',
  engagement: 'consultant',
  startsOn: '2097-01-04',
  endsOn: '2097-03-31',
  percent: 50,
  territory: 'ML',
  placeWords: 'The hotel by the bridge',
  workingLanguages: ['fr'],
  host: 'The office of the envoy',
  costs: { fee: 'organizer', travel: 'organizer', insurance: 'organizer', security: 'host' },
  feeWords: '300 a day',
  securityArrangements: 'The host gives transport.',
  reportingLine: 'To the head of the office',
  confidentiality: 'The talks are not public.',
  riskNote: 'The road to the north is not safe.',
  contactPerson: { name: 'Ana Sow', email: 'ana.sow@example.org', telephone: null },
};

/** What is recorded of a line that does not end. */
export const DONE: LineInput = { validUntil: null, reference: '', fit: null };

/** A woman who may be matched and asked, with whom to call in an emergency. */
const herRecord = (number: number) =>
  record(number, {
    consent: 'LISTED; MATCHED; CONTACTED',
    email: `woman${number}@example.org`,
    emergency_contact: EMERGENCY,
  });

/** Whom to call for every woman of the bench. */
export const EMERGENCY = 'Her brother, +223 20 22 00 00';

export type DeployBench = Awaited<ReturnType<typeof openDeployBench>>;

/** A directory with two networks, two organizations, and a clock for deployments that the test sets. */
export async function openDeployBench() {
  const bench = await openCurationBench();
  const { app, services } = bench.api;
  const store = app.get(DeploymentStore);
  const clock = { now: new Date('2097-01-02T10:00:00Z') };
  Object.assign(store, { now: () => clock.now });
  const organizer = async (): Promise<Viewer> => {
    const { id } = await services.identity.organizations.create(OPERATOR, ORGANIZATION);
    return { ...organizerViewer(), organizationId: id };
  };
  /** Coordinators of acacia with accounts, so that they are told and can have duties. */
  const coordinator = async (): Promise<Viewer> => {
    const { id } = await makeAccount(services, { role: 'coordinator', networks: ['acacia'] });
    return { ...coordinatorViewer(bench.networks.acacia), name: `user:${id}`, userId: id };
  };
  const [ana, bo] = [await organizer(), await organizer()];
  const [ada, bea] = [await coordinator(), await coordinator()];
  const organizers = app.get(OrganizerDeploymentService);
  const desk = app.get(DeskDeploymentService);
  const own = app.get(OwnDeploymentService);
  const requests = app.get(RequestService);
  const deskAsks = app.get(DeskAskService);
  const ownAsks = app.get(OwnAskService);

  /** Lists a woman, asks her for a need, and lets both sides say yes. */
  const connected = async (
    number: number,
    terms: Partial<Terms> = {},
    columns: Record<string, unknown> = {},
  ) => {
    const herId = (await bench.list('acacia', herRecord(number)))(number);
    const needId = await insertNeed(services.database, {
      organization_id: ana.organizationId,
      state: 'shortlisting',
      wanted: 3,
      ...columns,
    });
    await app.get(TermsService).save(ana, needId, null, { ...TERMS, ...terms });
    const { entry } = await insertShortlist(services.database, needId, herId);
    const her = bench.herself(herId);
    const { id } = await requests.request(ana, entry, {});
    await deskAsks.forward(ada, id, 1);
    const asked = await ownAsks.byId(her, id);
    await ownAsks.accept(her, id, asked.revision, {
      termsRevision: asked.termsRevision,
      declaration: {},
    });
    await requests.confirm(ana, id, (await requests.byId(ana, id)).revision);
    const { revision } = await ownAsks.byId(her, id);
    await ownAsks.release(her, id, revision, { relay: true });
    return { id, her, herId, needId };
  };

  const planned = async (number: number, ...more: [Partial<Terms>?, Record<string, unknown>?]) => {
    const { id: introductionId, ...rest } = await connected(number, ...more);
    const { id } = await organizers.plan(ana, introductionId, {
      role: 'adviser',
      track: '1.5',
      supervisor: 'The head of the office',
    });
    return { ...rest, introductionId, id };
  };

  const revisionOf = async (id: string) => (await desk.byId(ada, id)).revision;
  const cleared = async (id: string, setting: Setting = 'own-country') =>
    desk.clear(ada, id, await revisionOf(id), setting);

  /** Closes every open line: those that can be done are done by the desk. */
  const closeLines = async (id: string, more: Partial<LineInput> = {}): Promise<DeskDeployment> => {
    const { lines } = await desk.byId(ada, id);
    for (const { kind, state } of lines) {
      if (state !== 'todo' && state !== 'requested' && state !== 'expired') continue;
      const fitness = kind === 'medical-fitness' ? { fit: true, validUntil: '2097-12-31' } : {};
      await desk.finishLine(ada, id, kind, { ...DONE, ...more, ...fitness });
    }
    return desk.byId(ada, id);
  };

  return {
    ...bench,
    clock,
    ana,
    bo,
    ada,
    bea,
    store,
    organizers,
    desk,
    own,
    emergencies: app.get(EmergencyService),
    incidents: app.get(IncidentService),
    clocks: app.get(DeploymentClocks),
    connected,
    planned,
    cleared,
    closeLines,
    revisionOf,
    /** One that is ready on its first day, and begun. */
    active: async (
      number: number,
      ...more: Parameters<typeof planned> extends [number, ...infer R] ? R : never
    ) => {
      const made = await planned(number, ...more);
      await cleared(made.id);
      await closeLines(made.id);
      await desk.ready(ada, made.id, await revisionOf(made.id));
      clock.now = new Date('2097-01-04T10:00:00Z');
      await desk.activate(ada, made.id, await revisionOf(made.id));
      return made;
    },
    /** Nothing comes due any more of what is there: the clocks of a test look at what it makes itself. */
    rest: async () =>
      services.database.query(
        `UPDATE deployment SET wake_at = '9999-01-01' WHERE wake_at IS NOT NULL`,
      ),
    /** Templates cannot be told from sealed mails, so they are counted: of a mediator, or of accounts. */
    mailsTo: async (whom: { readonly mediatorId?: string; readonly accountId?: string | null }) => {
      const [row] = await services.database.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM mail_message WHERE mediator_id = $1 OR account_id = $2',
        [whom.mediatorId ?? null, whom.accountId ?? null],
      );
      return row?.count ?? 0;
    },
  };
}
