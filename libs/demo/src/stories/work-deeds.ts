import type { Viewer } from '#identity';
import {
  type AlongsideService,
  type DeploymentFeedbackService,
  type DeskDeployment,
  type DeskDeploymentService,
  lineKind,
  type OrganizerDeploymentService,
} from '#deployments';
import type { DemoClock } from '../demo-clock.js';
import type { Scene } from './scene.js';
import type { WorkStep } from './steps.js';

export interface WorkServices {
  readonly organizers: OrganizerDeploymentService;
  readonly deployments: DeskDeploymentService;
  readonly feedback: DeploymentFeedbackService;
  readonly alongside: AlongsideService;
  readonly clock: DemoClock;
}

type Deed = (services: WorkServices, scene: Scene) => Promise<unknown>;

/** Lines that are finished first. */
const SOME = 4;

/** What is done at each step of a deployment. */
export const WORK_DEEDS: Readonly<Record<WorkStep, Deed>> = {
  plan: async ({ organizers }, scene) => {
    const { roles, tracks } = scene.need.wish;
    const plan = { role: roles[0] ?? null, track: tracks[0] ?? null };
    const supervisor = 'Head of the field office';
    const { id } = await organizers.plan(scene.organizer, scene.id, { ...plan, supervisor });
    scene.deploymentId = id;
  },
  clear: byDesk(({ deployments }, { desk, need }, { id, revision }) =>
    deployments.clear(desk, id, revision, need.work.setting),
  ),
  'finish some lines': byDesk((services, scene, { lines, ...deployment }) =>
    finish(services, scene, { ...deployment, lines: lines.slice(0, SOME) }),
  ),
  'finish all lines': byDesk(finish),
  ready: byDesk(({ deployments }, { desk }, { id, revision }) =>
    deployments.ready(desk, id, revision),
  ),
  'plan check-ins': byDesk(({ deployments, clock }, { desk }, { id, revision }) =>
    deployments.planCheckIns(
      desk,
      id,
      revision,
      { rhythm: 'daily', checkInTime: hourOf(clock.now()), timeZone: 'UTC', graceHours: 6 },
      { channel: 'telephone', proof: 'Note of the call, folder of the desk' },
    ),
  ),
  begin: byDesk(({ deployments }, { desk }, { id, revision }) =>
    deployments.activate(desk, id, revision),
  ),
  'check in': ({ deployments }, { desk, deploymentId }) =>
    deployments.recordCheckIn(desk, deploymentId, 'telephone', false),
  suspend: byDesk(({ deployments }, { desk }, { id, revision }) =>
    deployments.suspend(desk, id, revision, {
      reason: 'security',
      words: 'The road to Bor is closed until further notice.',
    }),
  ),
  cancel: async ({ organizers }, { organizer, deploymentId }) => {
    const { revision } = await organizers.byId(organizer, deploymentId);
    const why = {
      reason: 'funding',
      words: 'The donor has moved the project to next year.',
    } as const;
    await organizers.cancel(organizer, deploymentId, revision, why);
  },
  complete: async ({ organizers }, { organizer, deploymentId }) => {
    const { revision } = await organizers.byId(organizer, deploymentId);
    await organizers.complete(organizer, deploymentId, revision, {
      outcome: 'confidence-measure',
      outcomeReaders: 'public',
      genderProvisions: true,
      genderReaders: 'public',
      source: 'Fictional joint statement, paragraph 4',
    });
  },
  'end early': async ({ organizers }, { organizer, deploymentId }) => {
    const { revision } = await organizers.byId(organizer, deploymentId);
    const why = {
      reason: 'need-changed',
      words: 'The dialogue goes on without advisers.',
    } as const;
    await organizers.end(organizer, deploymentId, revision, why);
  },
  report: byDesk(({ deployments }, { desk }, { id, revision }) =>
    deployments.report(desk, id, revision, {
      outcome: 'no-result-yet',
      outcomeReaders: 'restricted',
      genderProvisions: null,
      genderReaders: 'restricted',
      source: '',
    }),
  ),
  'organizer looks back': ({ feedback }, { organizer, deploymentId }) =>
    feedback.give(organizer, deploymentId, null, {
      ratings: [
        { quality: 'preparedness', rating: 4 },
        { quality: 'impartiality', rating: 4 },
        { quality: 'process-knowledge', rating: 3 },
      ],
      again: true,
      text: 'Both sides asked for her again.',
    }),
  'mediator looks back': ({ feedback }, { her, deploymentId }) =>
    feedback.give(her, deploymentId, null, {
      ratings: [
        { quality: 'terms-kept', rating: 4 },
        { quality: 'access-to-the-table', rating: 2 },
        { quality: 'on-time', rating: 3 },
      ],
      again: true,
      text: 'I was heard, but seldom in the room.',
    }),
  'close the work': byDesk(({ deployments }, { desk }, { id, revision }) =>
    deployments.close(desk, id, revision),
  ),
  'propose a newcomer': async ({ alongside }, scene) => {
    const mediatorId = newcomerOf(scene).mediatorId ?? '';
    const { deploymentId, need } = scene;
    const form = need.wish.alongside ?? 'shadow';
    const proposal = { deploymentId, mediatorId, form };
    scene.placeId = (await alongside.propose(scene.desk, proposal)).id;
  },
  'newcomer agrees': ({ alongside }, scene) => alongside.agree(newcomerOf(scene), scene.placeId),
  'organizer agrees': ({ alongside }, { organizer, placeId }) =>
    alongside.agree(organizer, placeId),
  'mentor agrees': ({ alongside }, { her, placeId }) => alongside.agree(her, placeId),
};

function newcomerOf({ newcomer }: Scene): Viewer {
  if (!newcomer) throw new Error('Her network has nobody else who can be asked.');
  return newcomer;
}

function byDesk(
  act: (services: WorkServices, scene: Scene, deployment: DeskDeployment) => Promise<unknown>,
): Deed {
  return async (services, scene) =>
    act(services, scene, await services.deployments.byId(scene.desk, scene.deploymentId));
}

async function finish(
  { deployments }: WorkServices,
  { desk }: Scene,
  { id, lines, endsOn }: Pick<DeskDeployment, 'id' | 'lines' | 'endsOn'>,
): Promise<void> {
  for (const { kind } of lines) {
    const { fitness } = lineKind(kind);
    const input = fitness ? { validUntil: endsOn, fit: true } : { validUntil: null, fit: null };
    await deployments.finishLine(desk, id, kind, { ...input, reference: '' });
  }
}

/** The full hour of a moment, UTC. */
function hourOf(at: Date): string {
  return `${at.toISOString().slice(11, 13)}:00`;
}
