import { CLOCK } from '#config';
import { Database, type Reader, type Transaction } from '#database';
import { networkRules } from '#directory';
import {
  administrators,
  authorise,
  changeRecord,
  coordinatorsOf,
  may,
  namesOfAccounts,
  organizationFacts,
  recordAudit,
  type Viewer,
} from '#identity';
import { ConflictError, InvalidInputError, InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { type DeskHours, USUAL_HOURS } from '../ask/clock.js';
import { DESK_DUTIES, type DeskDuty } from './desk-duties.js';
import { DeskMemberEntity } from './desk-member.entity.js';
import { checkedDesk, type DeskStatement } from './desk-statement.js';
import { type DeskStage, toldAt } from './desk-told.js';
import { NetworkDeskEntity } from './network-desk.entity.js';

/** A coordinator of the network, with her duties at its desk. */
export interface DeskPerson {
  readonly accountId: string;
  readonly name: string;
  /** In the order of `DESK_DUTIES`. */
  readonly duties: readonly DeskDuty[];
}

/** The desk of a network. */
export interface DeskView {
  readonly networkId: string;
  /** What the network says of it; null if it has said nothing. */
  readonly statement: DeskStatement | null;
  /** Null if it has said nothing. */
  readonly revision: number | null;
  /** Its coordinators, for themselves and administrators; null for organizers. */
  readonly people: readonly DeskPerson[] | null;
}

/** Desks of networks: when and where they answer, and who does what there. */
@Injectable()
export class DeskService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** @throws NotPermittedError, NotFoundError */
  async of(viewer: Viewer, networkId: string): Promise<DeskView> {
    const organizations = await organizationFacts(
      this.database,
      viewer.organizationId === null ? [] : [viewer.organizationId],
    );
    const verified = organizations.get(viewer.organizationId ?? '')?.state === 'verified';
    const desk = { kind: 'desk', networkId, verified } as const;
    authorise(viewer, 'read', desk);
    if (!(await networkRules(this.database, networkId))) throw new NotFoundError('network');
    return this.view(this.database, networkId, may(viewer, 'read-people', desk));
  }

  /**
   * States when and where the desk of a network answers, in place of what was stated before.
   *
   * @param revision the one that the viewer saw; null if nothing was stated
   * @throws NotPermittedError, ConflictError, InvalidInputError
   */
  async state(
    viewer: Viewer,
    networkId: string,
    revision: number | null,
    draft: DeskStatement,
  ): Promise<DeskView> {
    authorise(viewer, 'edit', { kind: 'desk', networkId, verified: false });
    const { workingDays, languages, ...statement } = checkedDesk(draft);
    return this.database.transaction(async (tx) => {
      const before = await this.view(tx, networkId, false);
      const columns = {
        ...statement,
        workingDays: [...workingDays],
        languages: [...languages],
        updatedBy: viewer.name,
        updatedAt: this.now(),
        revision: (revision ?? 0) + 1,
      };
      // The row is made by one of two who state at once, and changed from the revision that was read.
      const written =
        revision === null
          ? await tx.manager
              .createQueryBuilder()
              .insert()
              .into(NetworkDeskEntity)
              .values({ ...columns, networkId })
              .orIgnore()
              .returning('revision')
              .execute()
          : await tx.manager
              .createQueryBuilder()
              .update(NetworkDeskEntity)
              .set(columns)
              .where({ networkId, revision })
              .returning('revision')
              .execute();
      if ((written.raw as unknown[]).length === 0) {
        throw new ConflictError(refusal('desks.changed'));
      }
      const after = await this.view(tx, networkId, true);
      await recordAudit(tx, viewer, [
        changeRecord('desk.state', 'desk', audited(before), audited(after)),
      ]);
      return after;
    });
  }

  /**
   * Gives a coordinator of the network these duties at its desk, and no others.
   *
   * @param duties none takes all of hers away
   * @throws NotPermittedError; InvalidInputError if she does not coordinate the network; InvalidStateError if she would make herself safety officer
   */
  async appoint(
    viewer: Viewer,
    networkId: string,
    accountId: string,
    duties: readonly DeskDuty[],
  ): Promise<DeskView> {
    authorise(viewer, 'appoint', { kind: 'desk', networkId, verified: false });
    return this.database.transaction(async (tx) => {
      const coordinators = await coordinatorsOf(tx, networkId);
      if (duties.length > 0 && !coordinators.includes(accountId)) {
        throw new InvalidInputError([NO_COORDINATOR]);
      }
      await tx.query(
        'SELECT FROM desk_member WHERE network_id = $1 ORDER BY account_id FOR UPDATE',
        [networkId],
      );
      const held = await tx.manager.findBy(DeskMemberEntity, { networkId, accountId });
      const before = DESK_DUTIES.filter((duty) => held.some((member) => member.duty === duty));
      const after = DESK_DUTIES.filter((duty) => duties.includes(duty));
      const makesHerself = viewer.userId === accountId && !before.includes('safety-officer');
      if (makesHerself && after.includes('safety-officer'))
        throw new InvalidStateError(NOT_HERSELF);
      await tx.manager.delete(DeskMemberEntity, { networkId, accountId });
      const appointed = { networkId, accountId, appointedBy: viewer.name, appointedAt: this.now() };
      await tx.manager.insert(
        DeskMemberEntity,
        after.map((duty) => ({ ...appointed, duty })),
      );
      const record = (list: readonly DeskDuty[]) => ({ id: networkId, accountId, duties: list });
      await recordAudit(tx, viewer, [
        changeRecord('desk.appoint', 'desk', record(before), record(after)),
      ]);
      return this.view(tx, networkId, true);
    });
  }

  /**
   * Takes away, on a database that was restored, the duty of all safety officers of a desk whose appointments were changed since: who
   * has it no more is not known. Until some are appointed again, administrators stand in.
   *
   * @throws NotPermittedError, InvalidStateError where it has none
   */
  async dismissSafetyOfficers(viewer: Viewer, networkId: string): Promise<void> {
    authorise(viewer, 'hide', { kind: 'hiding', networkId: null, byCoordinator: false });
    await this.database.transaction(async (tx) => {
      const dismissed = await tx.query<{ accountId: string }>(
        `DELETE FROM desk_member WHERE network_id = $1 AND duty = 'safety-officer' RETURNING account_id AS "accountId"`,
        [networkId],
      );
      if (dismissed.length === 0) throw new InvalidStateError(refusal('replay.cameBack'));
      await recordAudit(
        tx,
        viewer,
        dismissed.map(({ accountId }) =>
          changeRecord(
            'desk.appoint',
            'desk',
            { id: networkId, accountId, duty: 'safety-officer' },
            { id: networkId, accountId, duty: null },
          ),
        ),
      );
    });
  }

  /** The accounts that are told at a stage of what waits for the desk of a network; without a network, administrators. */
  async told(tx: Reader, networkId: string | null, stage: DeskStage): Promise<string[]> {
    const admins = await administrators(tx);
    if (networkId === null) return admins;
    const coordinators = await coordinatorsOf(tx, networkId);
    const members = await tx.query<{ accountId: string; duty: DeskDuty }>(
      'SELECT account_id AS "accountId", duty FROM desk_member WHERE network_id = $1 ORDER BY account_id, duty',
      [networkId],
    );
    return toldAt(stage, {
      members: members.filter(({ accountId }) => coordinators.includes(accountId)),
      coordinators,
      administrators: admins,
    });
  }

  /** By which the clocks of a desk run; the usual ones if the network has stated none. */
  async hours(reader: Pick<Transaction, 'manager'>, networkId: string | null): Promise<DeskHours> {
    if (networkId === null) return USUAL_HOURS;
    const found = await reader.manager.findOneBy(NetworkDeskEntity, { networkId });
    return found ? toStatement(found) : USUAL_HOURS;
  }

  private async view(
    reader: Pick<Transaction, 'manager' | 'query'>,
    networkId: string,
    withPeople: boolean,
  ): Promise<DeskView> {
    const found = await reader.manager.findOneBy(NetworkDeskEntity, { networkId });
    return {
      networkId,
      statement: found && toStatement(found),
      revision: found?.revision ?? null,
      people: withPeople ? await this.people(reader, networkId) : null,
    };
  }

  private async people(
    reader: Pick<Transaction, 'manager' | 'query'>,
    networkId: string,
  ): Promise<DeskPerson[]> {
    const coordinators = await coordinatorsOf(reader, networkId);
    const names = await namesOfAccounts(reader, this.vault, coordinators);
    const members = await reader.manager.findBy(DeskMemberEntity, { networkId });
    return coordinators.map((accountId) => ({
      accountId,
      name: names.get(accountId) ?? '',
      duties: DESK_DUTIES.filter((duty) =>
        members.some((member) => member.accountId === accountId && member.duty === duty),
      ),
    }));
  }
}

const NO_COORDINATOR = {
  path: 'accountId',
  code: 'NOT_ELIGIBLE',
  message: refusal('desks.onlyCoordinators'),
} as const;

const NOT_HERSELF = refusal('desks.notHerself');

function toStatement(entity: NetworkDeskEntity): DeskStatement {
  const { address, timeZone, workingDays, opens, closes, languages } = entity;
  return { address, timeZone, workingDays, opens, closes, languages };
}

function audited({ networkId: id, statement }: DeskView): { id: string } | null {
  return statement && { id, ...statement };
}
