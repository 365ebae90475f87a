import { setTimeout } from 'node:timers/promises';
import { ApplyService, CallService } from '#applications';
import { consentTexts, type GivenConsent } from '#directory';
import { PUBLIC_VIEWER } from '#identity';
import { globalId } from '../curating.js';
import { record } from '../fill.js';
import { form, MULTIPART } from '../uploading.js';
import { coordinatorViewer } from '../viewers.js';
import type { KillWorld } from './kill-world.js';
import { lettersOf, mutation, type KindOfWrite } from './kind-of-write.js';

/** What coordinators of a network write, and the women whom it lists. */
export function writesOfNetworks(world: KillWorld): readonly KindOfWrite[] {
  const { api, networkId, requested, womanOf, herself } = world;
  const { app, services } = api;
  const ada = coordinatorViewer(networkId);
  return [
    {
      name: 'directory: a profile',
      ask: (mark) =>
        mutation('coordinator', 'createProfile', {
          network: ['String!', 'acacia'],
          externalId: ['String!', mark],
          changes: ['ProfileChangesInput!', { fullName: `Faultina ${lettersOf(mark)}` }],
        }),
      made: 'SELECT external_id AS mark FROM affiliation',
    },
    {
      name: 'directory: a consent that she gives',
      ask: async (mark) => {
        const { textVersion, language } = consentTo('LINKED');
        return mutation(await herself(await womanOf(mark)), 'giveConsent', {
          input: [
            'GiveConsentInput!',
            { purpose: 'LINKED', textVersion, language: language.toUpperCase() },
          ],
        });
      },
      made: `SELECT full_name AS mark FROM consent c JOIN mediator m ON m.id = c.mediator_id WHERE c.purpose = 'LINKED'`,
    },
    {
      name: 'directory: what takes women out of sight',
      ask: async (mark) =>
        mutation('coordinator', 'hideMediators', {
          input: [
            'HideMediatorsInput!',
            {
              network: 'acacia',
              mediatorIds: [globalId('Profile', await womanOf(mark, true))],
              reason: 'DRILL',
            },
          ],
        }),
      made: 'SELECT full_name AS mark FROM hiding_mediator w JOIN mediator m ON m.id = w.mediator_id',
    },
    {
      name: 'linkage: a decision about two records',
      ask: async (mark) => {
        const ids = [await womanOf(mark, true), await womanOf(`${mark} too`, true)].toSorted();
        // One that is open is gone as soon as a search does not find it.
        const [pair] = await services.database.query<{ id: string }>(
          `INSERT INTO duplicate_pair (id, network_id, one_id, other_id, weight, model, bars, state)
           VALUES (gen_random_uuid(), $1, $2, $3, 1000, 'test', '[]', 'cannot-say') RETURNING id`,
          [networkId, ...ids],
        );
        return mutation('coordinator', 'decideLink', {
          id: ['ID!', globalId('LinkSuggestion', pair?.id ?? '')],
          revision: ['Int!', 1],
          verdict: ['LinkVerdict!', 'DIFFERENT'],
          reason: ['String!', 'We know both.'],
        });
      },
      made: `SELECT full_name AS mark FROM duplicate_decision d JOIN duplicate_pair p ON p.id = d.pair_id
        JOIN mediator m ON m.id IN (p.one_id, p.other_id)`,
    },
    {
      name: 'linkage: her word to another directory',
      ask: async (mark) => {
        const [partner] = await services.database.query<{ id: string }>(
          `INSERT INTO exchange_partner (id, name, public_key, most, telephones)
           VALUES (gen_random_uuid(), $1, $1, 10, false) RETURNING id`,
          [mark],
        );
        return mutation(await herself(await womanOf(mark)), 'agreeToDirectory', {
          id: ['ID!', globalId('OtherDirectory', partner?.id ?? '')],
          textVersion: ['String!', consentTo('LINKED').textVersion],
          language: ['Locale!', 'EN'],
        });
      },
      made: 'SELECT p.name AS mark FROM exchange_consent e JOIN exchange_partner p ON p.id = e.partner_id',
    },
    {
      name: 'inbox: an item that is put off',
      ask: async (mark) =>
        mutation('coordinator', 'snoozeInboxItem', {
          item: [
            'InboxItemInput!',
            {
              kind: 'INTRODUCTION_REQUEST',
              network: 'acacia',
              subjectId: await requested(mark),
            },
          ],
          until: ['DateTime', new Date(Date.now() + 86_400_000).toISOString()],
        }),
      made: `SELECT substr(title, 5) AS mark FROM inbox_snooze s JOIN introduction i ON i.id = s.subject_id
        JOIN need ON need.id = need_id`,
    },
    {
      name: 'applications: a call',
      ask: (mark) =>
        mutation('coordinator', 'createCall', {
          input: [
            'CreateCallInput!',
            {
              network: 'acacia',
              languages: ['EN'],
              titles: [{ language: 'en', text: mark }],
              criteria: [{ language: 'en', text: 'Mediators' }],
              opensOn: '2097-03-01',
            },
          ],
        }),
      made: `SELECT titles->>'en' AS mark FROM membership_call`,
    },
    {
      name: 'applications: one that is accepted',
      ask: async (mark) => {
        const calls = app.get(CallService);
        const drafted = await calls.create(ada, networkId, {
          languages: ['en'],
          titles: { en: `for ${mark}` },
          criteria: { en: 'Mediators' },
          opensOn: '2026-01-01',
          closesOn: null,
        });
        const call = await calls.open(ada, drafted.id, drafted.revision);
        const client = { address: mark, userAgent: '', device: null };
        await app
          .get(ApplyService)
          .apply(PUBLIC_VIEWER, client, { network: 'acacia', call: call.id }, 'en', {
            changes: {
              fullName: `Applicant ${lettersOf(mark)}`,
              languages: [{ code: 'fr', level: 'C1' }],
              territories: ['ML'],
              expertise: [{ code: 'mediation', level: 2 }],
            },
            contact: { email: `${mark}-applies@example.org` },
            consents: [consentTo('LISTED')],
          });
        const [application] = await services.database.query<{ id: string }>(
          `UPDATE membership_application SET state = 'submitted', confirmed_at = now() WHERE call_id = $1 RETURNING id`,
          [call.id],
        );
        return mutation('coordinator', 'acceptApplication', {
          id: ['ID!', globalId('Application', application?.id ?? '')],
          revision: ['Int!', 1],
        });
      },
      made: `SELECT substr(titles->>'en', 5) AS mark FROM membership_application p JOIN membership_call c ON c.id = p.call_id
        JOIN affiliation a ON a.mediator_id = p.mediator_id WHERE p.state = 'accepted'`,
    },
    {
      name: 'imports: a list',
      ask: (mark) => ({
        path: '/imports',
        who: 'coordinator',
        body: form(
          'acacia',
          `${mark}.csv`,
          listOf({ external_id: mark, full_name: `Listed ${lettersOf(mark)}` }),
        ),
      }),
      made: `SELECT replace(file_name, '.csv', '') AS mark FROM staged_import WHERE state <> 'receiving'`,
      // Uploads that were broken off count among those that may be kept, too, but are no list.
      tidy: `WITH gone AS (DELETE FROM staged_import WHERE state IN ('checked', 'receiving') RETURNING file_name, state)
        SELECT replace(file_name, '.csv', '') AS mark FROM gone WHERE state <> 'receiving'`,
      unfinished: `SELECT replace(file_name, '.csv', '') AS mark FROM staged_import
        WHERE state IN ('applying', 'undoing') OR (state IN ('uploaded', 'mapped') AND problem IS NULL)`,
    },
    {
      name: 'imports and directory: a list that is applied',
      ask: async (mark) => {
        const { id, revision } = await checkedList(world, mark);
        return mutation('coordinator', 'applyImport', {
          id: ['ID!', globalId('Import', id)],
          revision: ['Int!', revision],
        });
      },
      made: `SELECT external_id AS mark FROM affiliation`,
      // Lists that were applied count among those that a network may keep.
      tidy: `WITH gone AS (DELETE FROM staged_import WHERE state = 'applied' RETURNING id) SELECT '' AS mark FROM gone WHERE false`,
      unfinished: `SELECT replace(file_name, '-applied.csv', '') AS mark FROM staged_import WHERE state = 'applying'`,
    },
  ];
}

/** A consent to the text in force. */
function consentTo(purpose: 'LISTED' | 'LINKED'): GivenConsent {
  const text = consentTexts('en').find(({ name }) => name === purpose);
  if (!text) throw new Error(`There is no text of ${purpose}.`);
  return { purpose, textVersion: text.version, language: text.language };
}

/** An uploaded list of one woman that has been checked and waits to be applied. */
async function checkedList(
  { api: { app, services }, tokenOf }: KillWorld,
  mark: string,
): Promise<{ readonly id: string; readonly revision: number }> {
  const name = `${mark}-applied.csv`;
  await app.inject({
    method: 'POST',
    url: '/imports',
    headers: { authorization: tokenOf('coordinator'), 'content-type': MULTIPART },
    payload: form(
      'acacia',
      name,
      listOf({ external_id: mark, full_name: `Applied ${lettersOf(mark)}` }),
    ),
  });
  for (let tries = 0; tries < 300; tries++) {
    await services.jobs.drain();
    const [found] = await services.database.query<{ id: string; revision: number; state: string }>(
      'SELECT id, revision, state FROM staged_import WHERE file_name = $1',
      [name],
    );
    if (!found) throw new Error('The list was not uploaded.');
    if (found.state === 'checked') return found;
    // Another process checks it, or died meanwhile: then it is due again.
    await services.database.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await setTimeout(100);
  }
  throw new Error(`The list ${name} is not checked.`);
}

/** A list of one woman. */
function listOf(changes: Record<string, string>): string {
  const columns = record(1, changes);
  return `${Object.keys(columns).join(',')}\n${Object.values(columns).join(',')}\n`;
}
