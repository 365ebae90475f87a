import type { Transaction } from '#database';
import { withAssumedTerritories } from '#matching';
import { In } from 'typeorm';
import type { PeaceProcessEntity } from '../process/peace-process.entity.js';
import { NeedEntity } from './need.entity.js';
import { type NeedView, toNeedView } from './need-view.js';
import { NEED_RELATIONS, withOwners } from './owned-need.js';

/** The peace process of a need. */
export type ProcessFacts = Pick<PeaceProcessEntity, 'name' | 'territories' | 'type' | 'phase'>;

/** A need as the rooms above must know it, whoever asks. */
export interface NeedFacts extends NeedView {
  /** Whether its organization is verified. */
  readonly verified: boolean;
  /** Where the work is, as rankings understand it. */
  readonly territories: readonly string[];
  readonly process: ProcessFacts | null;
}

/**
 * The needs with these ids, by id, as the reader's transaction sees them; unknown ids are absent.
 *
 * @param hold whether they and their organizations stay as they are until that transaction ends
 */
export async function needFacts(
  reader: Pick<Transaction, 'query' | 'manager'>,
  ids: readonly string[],
  hold = false,
): Promise<Map<string, NeedFacts>> {
  if (ids.length === 0) return new Map();
  if (hold) {
    await reader.query('SELECT FROM need WHERE id = ANY($1::uuid[]) ORDER BY id FOR SHARE', [ids]);
  }
  const found = await reader.manager.find(NeedEntity, {
    where: { id: In([...ids]) },
    relations: NEED_RELATIONS,
  });
  const needs = await withOwners(reader, found, hold);
  return new Map(
    needs.map((need) => {
      const { peaceProcess } = need;
      const process = peaceProcess && {
        name: peaceProcess.name,
        territories: peaceProcess.territories,
        type: peaceProcess.type,
        phase: peaceProcess.phase,
      };
      const facts = {
        ...toNeedView(need),
        verified: need.organization?.state === 'verified',
        territories: withAssumedTerritories(need.criteria).territories ?? [],
        process,
      };
      return [need.id, facts];
    }),
  );
}
