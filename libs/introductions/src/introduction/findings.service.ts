import type { Transaction } from '#database';
import { heldFacts, type Standing } from '#directory';
import type { NeedFacts } from '#engagement';
import { Injectable } from '@nestjs/common';
import type { DeskFinding } from '../ask/reasons.js';
import { deskFindings } from '../findings/desk-findings.js';
import type { Terms } from '../terms/terms.js';
import { asksOut } from './introduction-store.js';

/** What an ask is looked at for. */
export interface Examined {
  readonly id: string;
  readonly her: Standing;
  readonly need: NeedFacts;
  readonly terms: Terms;
}

/** What her network knows of her that speaks against an ask, for its desk alone. */
@Injectable()
export class FindingsService {
  async of(
    reader: Pick<Transaction, 'query'>,
    { id, her, need, terms }: Examined,
  ): Promise<DeskFinding[]> {
    const facts = await heldFacts(reader, her.keptId);
    if (!facts) return [];
    const { territories: excluded = [], networks = [] } =
      need.criteria.hard?.conflictOfInterest ?? {};
    return deskFindings(
      facts,
      {
        territory: terms.territory,
        territories: need.territories,
        excluded: { territories: excluded, networks },
        process: need.process,
        insidersWanted: need.insiderTies === 'wanted',
      },
      await asksOut(reader, her.keptId, id),
    );
  }
}
