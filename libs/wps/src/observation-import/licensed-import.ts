import { Database } from '#database';
import type { Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ActorEntity } from '../actor/actor.entity.js';
import { ObservationImport, type ObservationImportReport } from './observation-import.service.js';
import type { LineReject, ObservationLine } from './observation-lines.js';

/** What a file that an operator has licensed says of states, as lines of a list of observations. */
export interface StateYears {
  readonly lines: readonly ObservationLine[];
  readonly rejects: readonly LineReject[];
  /** How much of the file names no state. */
  readonly elsewhere: number;
  /** How many activities with a marker do not tell who carries them out, or tell of several kinds. Only of IATI. */
  readonly untold?: number;
}

/** What an import of such a file wrote, or would write. */
export interface LicensedImportReport extends ObservationImportReport {
  /** Codes of states of the file that are no actors of this directory, in their order. */
  readonly unknownStates: readonly string[];
  readonly elsewhere: number;
  readonly untold?: number;
}

/** Brings observations of states from a file that an operator has licensed. The same file twice changes nothing. */
@Injectable()
export class LicensedImport {
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
    { lines, rejects, elsewhere, untold }: StateYears,
    dryRun = false,
  ): Promise<LicensedImportReport> {
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
      ...(untold === undefined ? {} : { untold }),
    };
  }
}
