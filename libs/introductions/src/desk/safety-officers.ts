import type { Reader } from '#database';
import { coordinatorsOf } from '#identity';

/** The accounts of the safety officers of the desk of a network who coordinate it still and can sign in. */
export async function safetyOfficers(reader: Reader, networkId: string): Promise<string[]> {
  const coordinators = await coordinatorsOf(reader, networkId);
  const appointed = await appointedOfficers(reader, networkId);
  return appointed.filter((id) => coordinators.includes(id));
}

/** Whether an account has this duty; null is nobody's. What she may do besides hangs on her role. */
export async function isSafetyOfficer(
  reader: Reader,
  networkId: string,
  accountId: string | null,
): Promise<boolean> {
  return accountId !== null && (await appointedOfficers(reader, networkId)).includes(accountId);
}

async function appointedOfficers(reader: Reader, networkId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT account_id AS id FROM desk_member WHERE network_id = $1 AND duty = 'safety-officer' ORDER BY account_id`,
    [networkId],
  );
  return rows.map(({ id }) => id);
}
