import type { Database } from '#database';
import type { Viewer } from '#identity';
import {
  type DeskAskService,
  type DeskAskView,
  type OrganizerAskView,
  type OwnAskService,
  type OwnAskView,
  type RelayService,
  type RequestService,
} from '#introductions';
import type { Scene } from './scene.js';
import type { AskStep } from './steps.js';

export interface AskServices {
  readonly requests: RequestService;
  readonly desks: DeskAskService;
  readonly own: OwnAskService;
  readonly relay: RelayService;
  readonly database: Pick<Database, 'manager'>;
}

type Deed = (services: AskServices, scene: Scene) => Promise<unknown>;

const TIE = { 'earlier-role': 'I sat on a local peace committee until two years ago.' };

/** What is done at each step of an introduction, and in which words. */
export const ASK_DEEDS: Readonly<Record<AskStep, Deed>> = {
  request: async ({ requests }, scene) => {
    const outOfOrder = scene.passesOver ? 'She is known to both sides.' : null;
    scene.id = (await requests.request(scene.organizer, scene.entryId, { outOfOrder })).id;
  },
  return: byDesk(({ desks }, viewer, { id, revision }) =>
    desks.returnTo(viewer, id, revision, 'Please say how she travels to Dori, and with whom.'),
  ),
  refuse: byDesk(({ desks }, viewer, { id, revision }) =>
    desks.refuse(viewer, id, revision, {
      reason: 'not-reachable',
      words: 'She has no telephone this week.',
    }),
  ),
  forward: byDesk(({ desks }, viewer, { id, revision }) => desks.forward(viewer, id, revision)),
  question: byHer(({ own }, viewer, { id, revision }) =>
    own.ask(viewer, id, revision, 'Can my sister travel with me?'),
  ),
  accept: byHer(({ own }, viewer, { id, revision, termsRevision }) =>
    own.accept(viewer, id, revision, { termsRevision, declaration: {} }),
  ),
  'accept with a tie': byHer(({ own }, viewer, { id, revision, termsRevision }) =>
    own.accept(viewer, id, revision, { termsRevision, declaration: TIE }),
  ),
  'accept by telephone': byDesk(({ desks }, viewer, { id, revision, termsRevision }) =>
    desks.recordAnswer(viewer, id, revision, {
      channel: 'telephone',
      proof: 'Note of the call, folder of the desk',
      accept: { termsRevision, declaration: {} },
    }),
  ),
  review: byDesk(({ desks }, viewer, { id, revision }) =>
    desks.reviewDeclaration(viewer, id, revision, {
      outcome: 'disclosed-accepted',
      words: 'She has a tie of the past that both sides know of.',
    }),
  ),
  decline: byHer(({ own }, viewer, { id, revision }) =>
    own.decline(viewer, id, revision, {
      reasons: ['safety-family-or-community'],
      words: 'My family lives near the camp.',
      share: false,
    }),
  ),
  'decline for now': byHer(({ own }, viewer, { id, revision }) =>
    own.decline(viewer, id, revision, { reasons: ['notice-too-short'], share: true }),
  ),
  confirm: byOrganizer(({ requests }, viewer, { id, revision }) =>
    requests.confirm(viewer, id, revision),
  ),
  withdraw: byOrganizer(({ requests }, viewer, { id, revision }) =>
    requests.withdraw(viewer, id, revision, { reason: 'dates-changed' }),
  ),
  release: byHer(({ own }, viewer, { id, revision }) =>
    own.release(viewer, id, revision, {
      email: 'released@example.org',
      telephone: '+999 555 0142',
      relay: false,
    }),
  ),
  'release the relay': byHer(({ own }, viewer, { id, revision }) =>
    own.release(viewer, id, revision, { email: null, telephone: null, relay: true }),
  ),
  'organizer writes': byOrganizer(({ requests }, viewer, { id, revision }) =>
    requests.sendMessage(
      viewer,
      id,
      revision,
      'Thank you. On which days of the week can we speak?',
    ),
  ),
  'mediator writes': byHer(({ own }, viewer, { id, revision }) =>
    own.sendMessage(viewer, id, revision, 'On Tuesdays, in the evening, through my network.'),
  ),
  pass: byDesk(async ({ desks, relay, database }, viewer, { id, revision }) => {
    const messages = await relay.read(database, id, 'desk');
    const waiting = messages.find(({ state }) => state === 'waiting');
    if (!waiting) throw new Error('No message waits.');
    await desks.passMessage(viewer, id, revision, waiting.id);
  }),
  close: byOrganizer(({ requests }, viewer, { id, revision }) =>
    requests.notEngaged(viewer, id, revision, { reason: 'no-agreement-on-terms' }),
  ),
};

/** A deed of somebody who has just read the introduction. */
type Act<View> = (services: AskServices, viewer: Viewer, asked: View) => Promise<unknown>;

function byOrganizer(act: Act<OrganizerAskView>): Deed {
  return async (services, { organizer, id }) =>
    act(services, organizer, await services.requests.byId(organizer, id));
}

function byDesk(act: Act<DeskAskView>): Deed {
  return async (services, { desk, id }) => act(services, desk, await services.desks.byId(desk, id));
}

function byHer(act: Act<OwnAskView>): Deed {
  return async (services, { her, id }) => act(services, her, await services.own.byId(her, id));
}
