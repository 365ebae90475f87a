import type { Reader } from '#database';
import { heldFactsOf, type Standing } from '#directory';
import type { NeedFacts } from '#engagement';
import { Injectable } from '@nestjs/common';
import type { DeskFinding } from '../ask/reasons.js';
import { deskFindings } from '../findings/desk-findings.js';
import type { Terms } from '../terms/terms.js';
import { asksOutTo } from './introduction-store.js';

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
  /** By the id of the ask. */
  async of(reader: Reader, asks: readonly Examined[]): Promise<Map<string, DeskFinding[]>> {
    const herIds = [...new Set(asks.map(({ her }) => her.keptId))];
    const facts = await heldFactsOf(reader, herIds);
    const out = await asksOutTo(reader, herIds);
    return new Map(
      asks.flatMap(({ id, her, need, terms }) => {
        const known = facts.get(her.keptId);
        if (!known) return [];
        const others = (out.get(her.keptId) ?? []).filter((ask) => ask !== id);
        return [[id, deskFindings(known, workOf(need, terms), others.length)]];
      }),
    );
  }
}

function workOf(need: NeedFacts, { territory }: Terms) {
  const { territories: excluded = [], networks = [] } =
    need.criteria.hard?.conflictOfInterest ?? {};
  return {
    territory,
    territories: need.territories,
    excluded: { territories: excluded, networks },
    process: need.process,
    insidersWanted: need.insiderTies === 'wanted',
  };
}
