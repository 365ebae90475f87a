import { indexSyncJob } from '#search';
import { OPERATOR } from '#identity';
import { NetworkImport, readNetworkFile, ReportService } from '#wps';
import { readFileSync } from 'node:fs';
import { makeAccount, openSession } from '../accounts.js';
import type { TestApi } from '../api.js';
import { openAsking } from '../asking.js';
import { globalId } from '../curating.js';
import { insertListed } from '../listed-mediator.js';
import { insertNeed } from '../stored-need.js';
import type { StaffMember } from './kind-of-write.js';

/** Days of terms that no test reaches. */
export const LATER = { startsOn: '2097-02-01', endsOn: '2097-03-31' } as const;

export type KillWorld = Awaited<ReturnType<typeof openKillWorld>>;

/** Somebody for each role, and what writes are about. */
export async function openKillWorld(api: TestApi) {
  const { app, services } = api;
  const { ana, request } = await openAsking(api);
  const actors = [
    { code: 'kill-rounds', kind: 'network', names: { en: 'A network that meets' } },
    { code: 'reed-coast', kind: 'state', names: { en: 'Reed Coast' } },
  ];
  await app.get(NetworkImport).apply(OPERATOR, readNetworkFile({ actors }));
  for (const name of ['frameworks', 'forms']) {
    const file = JSON.parse(readFileSync(`docs/examples/wps-${name}.json`, 'utf8')) as object;
    await app.get(NetworkImport).apply(OPERATOR, readNetworkFile(file));
  }
  await services.database.query('UPDATE wps_actor SET organization_id = $2 WHERE code = $1', [
    'reed-coast',
    ana.organizationId,
  ]);
  const ofOrganization = async (role: 'organizer' | 'focal-point'): Promise<string> => {
    const { id } = await makeAccount(services, { role });
    await services.database.query('UPDATE account SET organization_id = $2 WHERE id = $1', [
      id,
      ana.organizationId,
    ]);
    return id;
  };
  const coordinator = await makeAccount(services, { role: 'coordinator', networks: ['acacia'] });
  const people: Readonly<Record<StaffMember, string>> = {
    administrator: (await makeAccount(services, { role: 'administrator' })).id,
    coordinator: coordinator.id,
    focalPoint: await ofOrganization('focal-point'),
    organizer: await ofOrganization('organizer'),
  };
  const bearer = async (accountId: string): Promise<string> =>
    `Bearer ${(await openSession(services, accountId)).accessToken}`;
  /** Of one session each: an account has only so many, and the oldest would end. */
  const tokens = new Map<StaffMember, string>();
  const [woman] = await services.database.query<{ id: string }>('SELECT id FROM mediator LIMIT 1');
  const networkId = (await services.networks.bySlug('acacia'))?.id ?? '';
  const [form] = await app.get(ReportService).forms(OPERATOR);
  return {
    api,
    ana,
    request,
    networkId,
    /** Whom most writes are about. */
    womanId: woman?.id ?? '',
    /** The network of the actor for which the focal point writes. */
    grouping: 'kill-rounds',
    actor: 'reed-coast',
    formId: form?.id ?? '',
    /** The token with which one of the staff signed in last. */
    tokenOf: (who: StaffMember): string => {
      const token = tokens.get(who);
      if (token === undefined) throw new Error('Nobody has signed in.');
      return token;
    },
    /** Fresh tokens for all: those of before end within the hour. */
    signIn: async (): Promise<Record<StaffMember, string>> => {
      for (const [who, id] of Object.entries(people)) {
        tokens.set(who as StaffMember, await bearer(id));
      }
      return Object.fromEntries(tokens) as Record<StaffMember, string>;
    },
    /** A need of the organizer's organization. */
    needed: (title: string): Promise<string> =>
      services.database.transaction((tx) =>
        insertNeed(tx, { organization_id: ana.organizationId, title }),
      ),
    /** An introduction that waits for the desk, of a need of its own. */
    requested: async (mark: string): Promise<string> => {
      const { id } = await request(woman?.id ?? '', { title: `for ${mark}` }, LATER);
      return globalId('Introduction', id);
    },
    /** A woman whom the mark names, on the list of the network if that is said. */
    womanOf: (mark: string, isListed = false): Promise<string> =>
      services.database.transaction(async (tx) => {
        const id = await insertListed(tx, { full_name: mark, display_name: mark });
        if (isListed) {
          await tx.query(
            `INSERT INTO affiliation (id, mediator_id, network_id, external_id, status)
             VALUES (gen_random_uuid(), $1::uuid, $2, $1::text, 'verified')`,
            [id, networkId],
          );
        }
        await tx.addJob(indexSyncJob());
        return id;
      }),
    /** What everybody calls her. */
    nameOf: async (mediatorId: string): Promise<string> =>
      globalId(
        'Mediator',
        (await services.mediatorIds.publicIds([mediatorId])).get(mediatorId) ?? '',
      ),
    /** The token of a woman with an account. */
    herself: async (mediatorId: string) => {
      const { id } = await makeAccount(services, { role: 'mediator', mediatorId });
      return { authorization: await bearer(id) };
    },
  };
}
