import { Database } from '#database';
import { hidden, recordAudit, type Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import { Injectable } from '@nestjs/common';
import { editedActor } from '../access/editing.js';
import { sharedWith, Standings } from '../access/standing.js';
import { Checks } from '../records/checks.js';
import { SHARINGS } from '../records/lists.js';
import { lockedRow, type Seen, writeRow } from '../records/write-row.js';
import { ActorReader, toFocalPoint, toName } from './actor-reader.js';
import { FocalPointEntity } from '../actor/focal-point.entity.js';
import { MINISTRIES, OFFICE_POSITIONS } from '../actor/lists.js';
import type { FocalPointDraft, FocalPointView } from '../actor/views.js';

const LONGEST_NAME = 200;
/** Of one actor, past ones included: all are read with it. */
const MOST_FOCAL_POINTS = 200;

/** Who answers for the agenda in each actor. Nothing is deleted: a term ends on its last day. */
@Injectable()
export class FocalPointService {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly actors: ActorReader,
  ) {}

  /** One that is shared with the viewer. @throws NotFoundError, NotPermittedError */
  async byId(viewer: Viewer, id: string): Promise<FocalPointView> {
    const where = sharedWith<FocalPointEntity>(await this.standings.of(viewer));
    const found = await this.database.manager.findOneBy(
      FocalPointEntity,
      where.map((each) => ({ ...each, id })),
    );
    if (!found) throw hidden(viewer, 'focalPoint');
    const names = await this.actors.names([found.actorId]);
    return toFocalPoint(found, names.get(found.actorId)!);
  }

  /**
   * Writes a focal point of an actor down, or changes one. Without `person` she is named no more.
   *
   * @param code of the actor
   * @param seen the one that is changed; null for a new one
   * @throws NotFoundError, NotPermittedError, ConflictError, InvalidStateError, InvalidInputError
   */
  async save(
    viewer: Viewer,
    code: string,
    seen: Seen | null,
    draft: FocalPointDraft,
  ): Promise<FocalPointView> {
    return this.database.transaction(async (tx) => {
      const actor = await editedActor(tx, viewer, code);
      const { person, ...columns } = checkedFocalPoint(draft);
      const own = { actorId: actor.id };
      const held = await lockedRow(tx, viewer, FocalPointEntity, 'focalPoint', seen, own);
      if (!held && (await tx.manager.countBy(FocalPointEntity, own)) >= MOST_FOCAL_POINTS) {
        throw new InvalidStateError(refusal('wps.mostFocalPoints', { most: MOST_FOCAL_POINTS }));
      }
      const { after, record } = await writeRow(tx, FocalPointEntity, 'wps-focal-point', held, {
        ...columns,
        ...own,
        person: person?.name ?? null,
        consentedOn: person?.consentedOn ?? null,
      });
      await recordAudit(tx, viewer, [record]);
      return toFocalPoint(after, toName(actor));
    });
  }
}

function checkedFocalPoint(draft: FocalPointDraft): FocalPointDraft {
  const { person, title, office, reportsTo, channel, from, until } = draft;
  const checks = new Checks();
  if (person) {
    checks.text('person.name', person.name, LONGEST_NAME, true);
    checks.day('person.consentedOn', person.consentedOn);
  }
  checks.text('title', title, LONGEST_NAME);
  checks.text('office', office, LONGEST_NAME, true);
  checks.text('reportsTo', reportsTo, LONGEST_NAME);
  checks.oneOf('officePosition', draft.officePosition, OFFICE_POSITIONS);
  checks.oneOf('ministry', draft.ministry, MINISTRIES);
  checks.oneOf('sharing', draft.sharing, SHARINGS);
  checks.url('channel', channel);
  checks.days(from, until);
  checks.done();
  return {
    ...draft,
    person: person && { ...person, name: person.name.trim() },
    title: title?.trim() || null,
    office: office.trim(),
    reportsTo: reportsTo?.trim() || null,
  };
}
