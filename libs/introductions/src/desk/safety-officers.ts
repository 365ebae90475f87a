import type { Reader } from '#database';

/** The accounts of the safety officers of the desk of a network. */
export async function safetyOfficers(reader: Reader, networkId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `SELECT account_id AS id FROM desk_member WHERE network_id = $1 AND duty = 'safety-officer' ORDER BY account_id`,
    [networkId],
  );
  return rows.map(({ id }) => id);
}

/** Whether an account has this duty; null is nobody's. */
export async function isSafetyOfficer(
  reader: Reader,
  networkId: string,
  accountId: string | null,
): Promise<boolean> {
  return accountId !== null && (await safetyOfficers(reader, networkId)).includes(accountId);
}
