import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { authorise, ownMediatorId, recordAudit, type Viewer } from '#identity';
import { issueCopy } from '../copies/issue-copy.js';
import { PersonalDataParts } from './personal-data-parts.js';

/** Grows when a part is renamed or changes its shape; a part that is added is no reason. */
const FORMAT_VERSION = 1;

/** Everything that is held about a woman, as she is given it. */
export interface PersonalData {
  readonly format: 'baraza-own-data';
  readonly version: number;
  readonly exportedAt: string;
  readonly id: string;
  readonly parts: Readonly<Record<string, unknown>>;
}

/** Shows a woman all that is held about her, whatever its state and whoever stated it. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly database: Database,
    private readonly held: PersonalDataParts,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** All of it. @throws NotPermittedError where the viewer has no profile. */
  async read(viewer: Viewer): Promise<PersonalData> {
    return this.gather(viewer, 'read');
  }

  /** The same to be taken away, which the log notes. @throws NotPermittedError */
  async export(viewer: Viewer, format: 'json' | 'pdf'): Promise<PersonalData> {
    return this.gather(viewer, 'export', format);
  }

  private async gather(
    viewer: Viewer,
    action: 'read' | 'export',
    format?: 'json' | 'pdf',
  ): Promise<PersonalData> {
    const id = ownMediatorId(viewer);
    authorise(viewer, action, { kind: 'own-data', mediatorId: id });
    return this.database.transaction(async (tx) => {
      if (format) {
        const copy = { kind: 'own-data', format, sourceId: id, mediatorIds: [id] } as const;
        await issueCopy(tx, viewer, copy);
      }
      const parts = await this.held.read(tx, viewer, id);
      if (format) {
        const entry = { action: 'own-data.export', subjectKind: 'mediator', subjectId: id };
        await recordAudit(tx, viewer, [{ ...entry, beforeHash: null, afterHash: null }]);
      }
      const exportedAt = this.now().toISOString();
      return { format: 'baraza-own-data', version: FORMAT_VERSION, exportedAt, id, parts };
    });
  }
}
