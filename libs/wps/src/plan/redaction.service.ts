import { refusal } from '#messages';
import { Database, type Transaction } from '#database';
import { hidden, recordAudit, type Viewer } from '#identity';
import { throwIfProblems } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { DeepPartial, EntityTarget } from 'typeorm';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { InvolvementEntity } from './involvement.entity.js';
import { PlanItemEntity } from './plan-item.entity.js';
import { PlanEntity } from './plan.entity.js';
import { editedPlan } from './plan.service.js';

/** Texts of a plan and its parts in which a person can have been named. */
export const REDACTED_FIELDS = [
  'lead-office',
  'coordination-body',
  'mediator-nomination',
  'responsible',
  'progress-note',
  'name',
  'evidence',
] as const;
export type RedactedField = (typeof REDACTED_FIELDS)[number];
export type RedactedPart = 'plan' | 'plan-item' | 'involvement';

const NOUNS = { plan: 'plan', 'plan-item': 'item', involvement: 'involvement' } as const;

const FIELDS_OF: Readonly<Record<RedactedPart, readonly RedactedField[]>> = {
  plan: ['lead-office', 'coordination-body', 'mediator-nomination'],
  'plan-item': ['responsible', 'progress-note'],
  involvement: ['name', 'evidence'],
};

/**
 * Takes texts out in which a person is named: of a plan in any state, also of one that is superseded, and of an involvement
 * that was contested, which nobody changes any more. What others say to it stays: those are not the plan's words. The
 * audit log tells who did it when, and nothing of the text.
 */
@Injectable()
export class RedactionService {
  constructor(private readonly database: Database) {}

  /**
   * @param seen the plan, an item or an involvement of it
   * @returns the id of the plan
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidInputError
   */
  async redact(
    viewer: Viewer,
    part: RedactedPart,
    seen: Seen,
    fields: readonly RedactedField[],
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const planId = await planOf(tx, viewer, part, seen.id);
      await editedPlan(tx, viewer, planId, NOUNS[part]);
      const wrong = fields.filter((field) => !FIELDS_OF[part].includes(field));
      throwIfProblems([
        ...(fields.length === 0
          ? [{ path: 'fields', code: 'MISSING' as const, message: refusal('wps.nameOneField') }]
          : []),
        ...wrong.map((field) => ({
          path: `fields.${fields.indexOf(field)}`,
          code: 'NOT_ELIGIBLE' as const,
          message: refusal('wps.noSuchField'),
        })),
      ]);
      const has = (field: RedactedField) => fields.includes(field);
      switch (part) {
        case 'plan':
          await this.write(tx, viewer, PlanEntity, part, seen, {
            ...(has('lead-office') ? { leadOffice: null } : {}),
            ...(has('coordination-body') ? { coordinationBody: null } : {}),
            ...(has('mediator-nomination') ? { mediatorNomination: null } : {}),
          });
          break;
        case 'plan-item':
          await this.write(tx, viewer, PlanItemEntity, part, seen, {
            ...(has('responsible') ? { responsible: null } : {}),
            ...(has('progress-note') ? { progressNote: null } : {}),
          });
          break;
        default: {
          const held = await tx.manager.findOneByOrFail(InvolvementEntity, { id: seen.id });
          const message = refusal('wps.nameOfActor');
          throwIfProblems(
            has('name') && held.actorId !== null
              ? [{ path: `fields.${fields.indexOf('name')}`, code: 'NOT_ELIGIBLE', message }]
              : [],
          );
          await this.write(tx, viewer, InvolvementEntity, part, seen, {
            // Nobody is shown a name of which it is not known whose it is.
            ...(has('name') ? { name: '', named: null, agreedOn: null } : {}),
            ...(has('evidence') ? { evidence: null } : {}),
          });
        }
      }
      return planId;
    });
  }

  private async write<E extends { id: string; revision: number }>(
    tx: Transaction,
    viewer: Viewer,
    entity: EntityTarget<E>,
    part: RedactedPart,
    seen: Seen,
    columns: Omit<DeepPartial<E>, 'id' | 'revision'>,
  ): Promise<void> {
    const held = await lockedRow(tx, viewer, entity, NOUNS[part], seen, {});
    const { record } = await writeRow(tx, entity, part, held, columns, 'redact');
    await recordAudit(tx, viewer, [record]);
  }
}

async function planOf(
  tx: Transaction,
  viewer: Viewer,
  part: RedactedPart,
  id: string,
): Promise<string> {
  if (part === 'plan') return id;
  const entity: EntityTarget<{ id: string; planId: string }> =
    part === 'plan-item' ? PlanItemEntity : InvolvementEntity;
  const found = await tx.manager.findOneBy(entity, { id });
  if (!found) throw hidden(viewer, NOUNS[part]);
  return found.planId;
}
