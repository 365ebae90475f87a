import { BreachService, BreachTelling, type NewBreach } from '#breaches';
import { OPERATOR } from '#identity';
import { addDays } from '#kernel';
import { ReportService } from '#wps';
import { globalId } from '../curating.js';
import type { KillWorld } from './kill-world.js';
import { mutation, type KindOfWrite } from './kind-of-write.js';

const WHEN = '2097-03-01';

/** What administrators write, and focal points on women, peace and security. */
export function writesOfAdministrators(world: KillWorld): readonly KindOfWrite[] {
  const { api, actor, formId, grouping, womanId, womanOf, nameOf, ana } = world;
  const { app, services } = api;
  const focalPoint = { ...ana, grants: ['anyone', 'user', 'focal-point'] as const };
  return [
    {
      name: 'identity and mail: an invitation',
      ask: (mark) =>
        mutation('administrator', 'inviteUser', {
          input: ['InvitationInput!', { email: `${mark}@example.org`, role: 'ADMINISTRATOR' }],
        }),
      // The address is sealed: its mail says that it was made, and may come twice (docs/decisions/0015-mail-and-openid.md).
      made: '',
    },
    {
      name: 'following: a webhook',
      ask: async (mark) => {
        const { account } = await services.identity.serviceAccounts.create(OPERATOR, {
          name: mark,
          scopes: ['directory.read'],
          networkIds: [],
          days: 30,
        });
        return mutation('administrator', 'createWebhook', {
          serviceAccountId: ['ID!', globalId('ServiceAccount', account.id)],
          // A name that is nowhere (RFC 6761): nothing is sent.
          url: ['String!', 'https://hooks.invalid/'],
        });
      },
      made: 'SELECT a.name AS mark FROM webhook w JOIN service_account a ON a.id = w.service_account_id',
    },
    {
      name: 'breaches: one that is opened',
      ask: async (mark) =>
        mutation('administrator', 'openBreach', {
          input: [
            'OpenBreachInput!',
            {
              cause: 'LEAKED_LIST',
              mediatorIds: [await nameOf(await womanOf(mark))],
              facts: ['PROFILE'],
              from: '2026-01-01',
              until: '2026-01-02',
              advice: ['CALL_YOUR_NETWORK'],
              what: 'A list was lost.',
            },
          ],
        }),
      made: 'SELECT full_name AS mark FROM breach_mediator w JOIN mediator m ON m.id = w.mediator_id',
    },
    {
      name: 'breaches: women who are told',
      ask: async (mark) => {
        const { id } = await app
          .get(BreachService)
          .open({ ...OPERATOR, name: mark }, lostList(womanId));
        return mutation('administrator', 'notifyBreach', { id: ['ID!', globalId('Breach', id)] });
      },
      made: 'SELECT opened_by AS mark FROM breach WHERE told_at IS NOT NULL',
    },
    {
      name: 'breaches: a woman who is told in person',
      ask: async (mark) => {
        const breaches = app.get(BreachService);
        const { id } = await breaches.open({ ...OPERATOR, name: mark }, lostList(womanId));
        await breaches.notify(OPERATOR, id);
        await app.get(BreachTelling).handle([id]);
        return mutation('coordinator', 'noteToldInPerson', {
          input: [
            'NoteToldInPersonInput!',
            {
              network: 'acacia',
              breachId: globalId('Breach', id),
              mediatorId: globalId('Profile', womanId),
            },
          ],
        });
      },
      made: `SELECT b.opened_by AS mark FROM breach_mediator w JOIN breach b ON b.id = w.breach_id WHERE w.told_at IS NOT NULL`,
    },
    {
      name: 'wps: a meeting',
      ask: (mark) =>
        mutation('administrator', 'saveWpsMeeting', {
          input: [
            'SaveWpsMeetingInput!',
            {
              code: mark,
              grouping,
              kind: 'CAPITAL',
              from: WHEN,
              until: WHEN,
              place: 'Reed Harbour',
              hosts: [],
              participants: [grouping],
              source: 'A minute',
            },
          ],
        }),
      made: 'SELECT code AS mark FROM wps_meeting',
    },
    {
      name: 'wps: an actor with an office',
      ask: (mark) =>
        mutation('administrator', 'saveWpsActor', {
          input: [
            'SaveWpsActorInput!',
            {
              code: mark,
              kind: 'CIVIL_SOCIETY',
              names: [{ language: 'en', text: 'Women of the Coast' }],
              offices: [{ grouping, role: 'TROIKA', from: WHEN, until: WHEN, source: 'A minute' }],
            },
          ],
        }),
      made: 'SELECT code AS mark FROM wps_office_term o JOIN wps_actor a ON a.id = o.actor_id',
    },
    {
      name: 'wps: a lesson',
      ask: (mark) =>
        mutation('focalPoint', 'saveWpsLesson', {
          input: [
            'SaveWpsLessonInput!',
            {
              actor,
              language: 'EN',
              title: mark,
              context: 'Talks at the coast',
              done: 'We asked first.',
              result: 'They came.',
              evidence: 'ANECDOTE',
            },
          ],
        }),
      made: 'SELECT title AS mark FROM wps_lesson',
    },
    {
      name: 'wps: a report',
      ask: async (mark) => {
        const day = dayOfRound(mark);
        const { id, revision } = await app.get(ReportService).begin(focalPoint, {
          actor,
          formId,
          from: day,
          until: day,
          sharing: 'own',
        });
        return mutation('focalPoint', 'changeWpsReport', {
          input: [
            'ChangeWpsReportInput!',
            {
              id: globalId('WpsReport', id),
              revision,
              answers: [],
              consulted: [],
              sharing: 'OWN',
              submittedTo: mark,
            },
          ],
        });
      },
      made: 'SELECT submitted_to AS mark FROM wps_report WHERE submitted_to IS NOT NULL',
    },
  ];
}

/** A list with one woman that somebody lost. */
function lostList(mediatorId: string): NewBreach {
  return {
    cause: 'leaked-list',
    accountId: null,
    from: '2026-01-01',
    until: '2026-01-02',
    withLists: false,
    networkIds: [],
    mediatorIds: [mediatorId],
    facts: ['profile'],
    knownAt: null,
    advice: ['call-your-network'],
    words: { what: 'A list was lost.', consequences: '', measures: '' },
  };
}

/** A day of its own for each round. */
function dayOfRound(mark: string): string {
  return addDays('2000-01-01', Number(mark.split('-')[1]));
}
