import { Database } from '#database';
import type { Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ActorEntity } from '../actor/actor.entity.js';
import { ObservationImport, type ObservationImportReport } from './observation-import.service.js';
import { paxYears, type PaxEdition, type PaxLine } from './pax-agreements.js';

/** What an import of agreements wrote, or would write. */
export interface PaxImportReport extends ObservationImportReport {
  /** Codes of states of the file that are no actors of this directory, in their order. */
  readonly unknownStates: readonly string[];
  /** How many agreements name no state as their place. */
  readonly elsewhere: number;
}

/** Brings observations of peace agreements from a file of PA-X. The same file twice changes nothing. */
@Injectable()
export class PaxImport {
  constructor(
    private readonly database: Database,
    private readonly observations: ObservationImport,
  ) {}

  /**
   * @param dryRun reports what would be written, and writes nothing
   * @throws NotPermittedError, InvalidInputError
   */
  async apply(
    viewer: Viewer,
    agreements: readonly PaxLine[],
    stated: PaxEdition,
    dryRun = false,
  ): Promise<PaxImportReport> {
    const { lines, rejects, elsewhere } = paxYears(agreements, stated);
    const codes = new Set(lines.map(({ cells }) => cells.actor!));
    const actors = await this.database.manager.findBy(ActorEntity, { code: In([...codes]) });
    const known = new Set(actors.map(({ code }) => code));
    const ours = lines.filter(({ cells }) => known.has(cells.actor!));
    const report = await this.observations.apply(viewer, ours, dryRun);
    return {
      ...report,
      rejects: [...rejects, ...report.rejects].toSorted((a, b) => a.line - b.line),
      unknownStates: [...codes].filter((code) => !known.has(code)).toSorted(),
      elsewhere,
    };
  }
}
