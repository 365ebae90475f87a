import { makeAccount, type TestAccount } from './accounts.js';
import type { TestApi } from './api.js';
import { fill, record } from './fill.js';
import { PageReader } from './page-reader.js';

/** A listed mediator with an account of her own. */
export interface Woman extends TestAccount {
  readonly mediatorId: string;
}

/** Imports a woman into a network and gives her an account. */
export async function makeWoman(
  { services }: Pick<TestApi, 'services'>,
  number: number,
  changes: Record<string, string> = {},
  network = 'acacia',
): Promise<Woman> {
  const held = record(number, changes);
  await fill(services, network, [held]);
  const [row] = await services.database.query<{ id: string }>(
    `SELECT mediator_id AS id FROM affiliation a JOIN network n ON n.id = a.network_id
     WHERE n.slug = $1 AND external_id = $2`,
    [network, held.external_id],
  );
  if (!row) throw new Error('She was not imported.');
  const account = await makeAccount(services, { role: 'mediator', mediatorId: row.id });
  return { ...account, mediatorId: row.id };
}

/** At her own page, signed in with her password. */
export async function atHerPage(
  api: Pick<TestApi, 'app'>,
  { email, password }: TestAccount,
  headers: Record<string, string> = {},
): Promise<PageReader> {
  const reader = new PageReader(api, headers);
  await reader.open('/sign-in');
  await reader.submit('/sign-in', { address: email, password });
  if (reader.path !== '/me') throw new Error(`She is at ${reader.path}: ${reader.text}`);
  return reader;
}
