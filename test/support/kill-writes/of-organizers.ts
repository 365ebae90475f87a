import { TermsService } from '#introductions';
import { COMPLETE_TERMS } from '../../../libs/introductions/src/terms/terms.fixture.js';
import { globalId } from '../curating.js';
import { insertDeploymentAt } from '../stored-deployment.js';
import { insertShortlist } from '../stored-need.js';
import { LATER, type KillWorld } from './kill-world.js';
import { mutation, type AskedWrite, type KindOfWrite } from './kind-of-write.js';

const WHEN = '2097-03-01';

/** What organizers write. */
export async function writesOfOrganizers(world: KillWorld): Promise<readonly KindOfWrite[]> {
  const { api, ana, networkId, womanId, needed, requested } = world;
  const { services } = api;
  const needId = globalId('Need', await needed('for shortlists'));
  const need = (mark: string): AskedWrite =>
    mutation('organizer', 'createNeed', {
      input: ['CreateNeedInput!', { title: mark, criteria: { date: WHEN, soft: { years: 5 } } }],
    });
  return [
    {
      name: 'identity: a saved view',
      ask: (mark) =>
        mutation('organizer', 'saveView', {
          input: ['SaveViewInput!', { name: mark, query: 'q=1', screen: mark }],
        }),
      made: 'SELECT screen AS mark FROM saved_view',
    },
    {
      name: 'engagement: a peace process',
      ask: (mark) =>
        mutation('organizer', 'createPeaceProcess', {
          input: [
            'PeaceProcessInput!',
            {
              name: mark,
              phase: 'NEGOTIATION',
              type: 'CEASEFIRE',
              territories: ['ML'],
              yearFrom: 2026,
            },
          ],
        }),
      made: 'SELECT name AS mark FROM peace_process',
    },
    {
      name: 'engagement: a need',
      ask: need,
      made: 'SELECT title AS mark FROM need',
    },
    {
      name: 'engagement: a need that is sent again under its key',
      ask: (mark) => ({ ...need(mark), key: mark }),
      made: 'SELECT title AS mark FROM need',
    },
    {
      name: 'engagement: a shortlist',
      ask: (mark) =>
        mutation('organizer', 'createShortlist', {
          needId: ['ID!', needId],
          title: ['String!', mark],
        }),
      made: 'SELECT title AS mark FROM shortlist',
    },
    {
      name: 'engagement and solver: a team',
      ask: (mark) =>
        mutation('organizer', 'startTeam', {
          need: ['NeedInput!', { date: WHEN, seed: mark, soft: { years: 5 } }],
          size: ['Int!', 1],
          timeLimitSeconds: ['Int!', 5],
        }),
      isLimited: true,
      made: `SELECT need->>'seed' AS mark FROM team_run`,
      unfinished: `SELECT need->>'seed' AS mark FROM team_run WHERE state IN ('queued', 'running')`,
    },
    {
      name: 'engagement: an alert',
      ask: async (mark) =>
        mutation('organizer', 'setNeedAlert', {
          id: ['ID!', globalId('Need', await needed(`for ${mark}`))],
          rhythm: ['AlertRhythm!', 'DAILY'],
        }),
      made: 'SELECT substr(title, 5) AS mark FROM need_alert JOIN need ON need.id = need_id',
    },
    {
      name: 'introductions: a request',
      ask: async (mark) => {
        const id = await needed(`for ${mark}`);
        const { entry } = await services.database.transaction((tx) =>
          insertShortlist(tx, id, womanId),
        );
        await api.app.get(TermsService).save(ana, id, null, { ...COMPLETE_TERMS, ...LATER });
        return mutation('organizer', 'requestIntroduction', {
          entryId: ['ID!', globalId('ShortlistEntry', entry)],
        });
      },
      made: `SELECT substr(title, 5) AS mark FROM introduction JOIN need ON need.id = need_id`,
    },
    {
      name: 'introductions: one that is taken back',
      ask: async (mark) =>
        mutation('organizer', 'withdrawIntroduction', {
          id: ['ID!', await requested(mark)],
          revision: ['Int!', 1],
          reason: ['IntroductionWithdrawalReason!', 'FUNDING'],
        }),
      made: `SELECT substr(title, 5) AS mark FROM introduction_step s JOIN introduction i ON i.id = s.introduction_id
        JOIN need ON need.id = need_id WHERE s.step = 'withdraw'`,
    },
    {
      name: 'deployments: feedback',
      ask: async (mark) => {
        const worked = await needed(`for ${mark}`);
        const id = await services.database.transaction((tx) =>
          insertDeploymentAt(
            tx,
            services.vault,
            {
              needId: worked,
              organizationId: ana.organizationId ?? '',
              networkId,
              mediatorId: womanId,
            },
            {
              began_at: new Date(Date.now() - 10 * 86_400_000),
              ended_at: new Date(Date.now() - 86_400_000),
              state: 'completed',
            },
          ),
        );
        return mutation('organizer', 'giveDeploymentFeedback', {
          input: [
            'GiveDeploymentFeedbackInput!',
            {
              deploymentId: globalId('Deployment', id),
              ratings: [{ quality: 'IMPARTIALITY', rating: 4 }],
              again: true,
            },
          ],
        });
      },
      made: `SELECT substr(title, 5) AS mark FROM deployment_feedback f JOIN deployment d ON d.id = f.deployment_id
        JOIN need ON need.id = need_id`,
    },
  ];
}
