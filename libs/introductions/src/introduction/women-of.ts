import type { Reader } from '#database';

/** The women whom these introductions are about, each once; ids that no introduction has are left out. */
export async function womenOfIntroductions(
  reader: Reader,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    'SELECT DISTINCT mediator_id AS id FROM introduction WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return rows.map(({ id }) => id);
}
