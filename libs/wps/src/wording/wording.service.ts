import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { authorise, recordAudit, type ChangeRecord, type Viewer } from '#identity';
import { dayOf } from '#kernel';
import { refusal, type Texts } from '#messages';
import { Inject, Injectable } from '@nestjs/common';
import { IndicatorEntity } from '../indicator/indicator.entity.js';
import { Checks } from '../records/checks.js';
import { writeRow } from '../records/write-row.js';
import { FormEntity } from '../report/form.entity.js';
import {
  checkStated,
  toHeldCheck,
  UNCHECKED,
  type HeldCheck,
  type WordingCheck,
} from '../records/wording-check.js';

/** A form or an indicator, and whether its words were compared with their document. */
export interface Wording extends HeldCheck {
  /** As `un-1325/3a`, and of a form `f3-cedaw`. */
  readonly code: string;
  /** Of a form; null of an indicator. */
  readonly version: number | null;
  readonly text: Texts;
}

/** Says of forms and indicators with which document their words were compared. Reports that were submitted stay as they are. */
@Injectable()
export class WordingService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** All forms in the order of their codes and versions, then all indicators in the order of their frameworks. */
  async list(viewer: Viewer): Promise<Wording[]> {
    authorise(viewer, 'read', { kind: 'wps-actor' });
    const { manager } = this.database;
    const forms = await manager.find(FormEntity, { order: { code: 'ASC', version: 'ASC' } });
    const indicators = await manager.find(IndicatorEntity, {
      relations: { framework: true },
      order: { framework: { code: 'ASC' }, place: 'ASC', code: 'ASC' },
    });
    return [
      ...forms.map(({ code, version, title, ...form }) => ({
        code,
        version,
        text: title,
        ...checkOf(form),
      })),
      ...indicators.map(({ framework, code, text, ...indicator }) => ({
        code: `${framework.code}/${code}`,
        version: null,
        text,
        ...checkOf(indicator),
      })),
    ];
  }

  /**
   * Writes down that words were compared with a document, or with null that they were not.
   *
   * @param codes of indicators, as `un-1325/3a`, and of forms, whose newest version is meant
   * @returns how many are otherwise than before
   * @throws NotPermittedError; InvalidInputError with everything that is wrong, and then nothing is written
   */
  async declare(
    viewer: Viewer,
    codes: readonly string[],
    check: WordingCheck | null,
  ): Promise<number> {
    authorise(viewer, 'keep', { kind: 'wps-actor' });
    const checks = new Checks();
    checkStated(check, checks);
    if (check !== null) {
      const isPast = check.on <= dayOf(this.now());
      checks.unless(isPast, 'on', 'OUT_OF_RANGE', refusal('days.upToToday'));
    }
    const said = check === null ? UNCHECKED : toHeldCheck(check);
    const step = check === null ? 'uncheck' : 'check';
    return this.database.transaction(async (tx) => {
      const records: ChangeRecord[] = [];
      for (const [i, code] of [...new Set(codes)].entries()) {
        const write = await this.writer(tx, code);
        checks.unless(write !== null, `codes.${i}`, 'UNKNOWN', refusal('wps.noWording'));
        const record = await write?.(said, step);
        if (record) records.push(record);
      }
      checks.done();
      await recordAudit(tx, viewer, records);
      return records.length;
    });
  }

  /** What writes a check to a form or an indicator, locked; null if there is none of this code. */
  private async writer(tx: Transaction, code: string): Promise<Writer | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const slash = code.indexOf('/');
    if (slash === -1) {
      const [form] = await tx.manager.find(FormEntity, {
        where: { code },
        order: { version: 'DESC' },
        take: 1,
        lock,
      });
      return form
        ? async (said, step) => written(tx, FormEntity, 'wps-form', form, said, step)
        : null;
    }
    const [found] = await tx.manager.find(IndicatorEntity, {
      where: { framework: { code: code.slice(0, slash) }, code: code.slice(slash + 1) },
    });
    if (!found) return null;
    const indicator = await tx.manager.findOneOrFail(IndicatorEntity, {
      where: { id: found.id },
      lock,
    });
    return async (said, step) =>
      written(tx, IndicatorEntity, 'wps-indicator', indicator, said, step);
  }
}

type Writer = (said: HeldCheck, step: 'check' | 'uncheck') => Promise<ChangeRecord | null>;

/** What the audit log is to be told; null if the row says so already. */
async function written<E extends FormEntity | IndicatorEntity>(
  tx: Transaction,
  entity: new () => E,
  kind: string,
  held: E,
  said: HeldCheck,
  step: 'check' | 'uncheck',
): Promise<ChangeRecord | null> {
  const isSaid = Object.entries(said).every(([key, value]) => held[key as keyof E] === value);
  if (isSaid) return null;
  return (await writeRow<FormEntity | IndicatorEntity>(tx, entity, kind, held, said, step)).record;
}

function checkOf({ checked, checkedAgainst, checkedOn }: HeldCheck): HeldCheck {
  return { checked, checkedAgainst, checkedOn };
}
