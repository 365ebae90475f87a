import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#database';
import { changeRecord, may, ownMediatorId, recordAudit, type Viewer } from '#identity';
import {
  dayOf,
  type InputProblem,
  InvalidInputError,
  InvalidStateError,
  isDay,
  NotFoundError,
  type ProblemCode,
  throwIfProblems,
} from '#kernel';
import { refusal, type Sentence } from '#messages';
import { Vault } from '#vault';
import type { Locale } from '#vocabulary';
import { uuidv7 } from 'uuidv7';
import { lockMediator, type LockedMediator } from '../mediator/lock-mediator.js';
import { SELECT_HER_RECORDS } from '../mediator/read-models.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../profile/profile-record.js';
import type { Channel, HeardChannel } from './channels.js';
import { isKnownText, isVersionInForce } from './consent-texts.js';
import { insertConsent } from './insert-consent.js';
import { proofPlace, readConsents, type ConsentView } from './consent-view.js';
import { profilesChanged } from '../pseudonym/follow-pseudonyms.js';

/** What she agrees to, and in which language she read it. */
export interface GivenConsent {
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  readonly language: Locale;
}

/** What a coordinator says she agreed to, how it was heard, and where the proof lies. */
export interface HeardConsent extends Omit<GivenConsent, 'language'> {
  readonly language: Locale | null;
  readonly channel: HeardChannel;
  /** ISO date. */
  readonly givenOn: string;
  readonly proof: string;
}

/** How one purpose stands. */
interface Standing {
  readonly id: string | null;
  readonly textVersion: string | null;
  readonly networkId: string | null;
  /** Day of her "no", where it stands. */
  readonly objectedOn: string | null;
}

const LONGEST_PROOF = 500;

/**
 * What a woman agrees to. A purpose without a consent in force is not permitted, and what she has said
 * no to stays so whatever a network's list says: only she herself, or a coordinator with proof of a later
 * yes, changes it.
 */
@Injectable()
export class ConsentService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** She agrees herself. What she gave before to the same text stands as it is. @throws NotPermittedError, InvalidInputError */
  async give(viewer: Viewer, consent: GivenConsent): Promise<ConsentView[]> {
    const id = ownMediatorId(viewer);
    if (!isVersionInForce(consent.textVersion)) throw new InvalidInputError([OLD_VERSION]);
    return this.change(viewer, id, 'give', async (tx, { mediatorId }) => {
      const standing = await standingOf(tx, mediatorId, consent.purpose);
      const stands = standing.networkId === null && standing.textVersion === consent.textVersion;
      if (standing.id !== null && stands) return;
      await this.replace(tx, viewer, mediatorId, standing, {
        ...consent,
        id: uuidv7(),
        channel: 'web',
        networkId: null,
        givenOn: this.today(),
      });
    });
  }

  /**
   * A coordinator records what she said by another way, with proof.
   *
   * @throws NotFoundError, InvalidInputError; InvalidStateError where she has given it herself.
   */
  async record(viewer: Viewer, id: string, consent: HeardConsent): Promise<ConsentView[]> {
    const problems = heardProblems(consent, this.today());
    throwIfProblems(problems);
    return this.change(viewer, id, 'record', async (tx, { mediatorId, networkIds }) => {
      const standing = await standingOf(tx, mediatorId, consent.purpose);
      if (standing.id !== null && standing.networkId === null) {
        throw new InvalidStateError(refusal('consents.givenHerself'));
      }
      if (standing.objectedOn !== null && consent.givenOn < standing.objectedOn) {
        throw new InvalidInputError([OLDER_THAN_NO]);
      }
      const consentId = uuidv7();
      const networkId = networkIds.find((network) => viewer.networkIds.includes(network)) ?? null;
      const recorded = { ...consent, id: consentId, networkId };
      await this.replace(tx, viewer, mediatorId, standing, recorded);
      const sealer = await this.vault.sealer(tx);
      const { keyId, bytes } = sealer.seal(consent.proof.trim(), proofPlace(consentId));
      await tx.query('INSERT INTO consent_proof (consent_id, key_id, sealed) VALUES ($1, $2, $3)', [
        consentId,
        keyId,
        bytes,
      ]);
    });
  }

  /**
   * Takes a consent back, by herself or by a coordinator on her behalf: one call, and no reason asked.
   * It acts with the next request of anyone, and no list gives it again. Where nothing was given, the
   * "no" is kept all the same.
   *
   * @throws NotFoundError; InvalidInputError where a coordinator does not say how she heard it.
   */
  async withdraw(
    viewer: Viewer,
    id: string,
    purpose: ConsentPurpose,
    heardBy: HeardChannel | null,
  ): Promise<ConsentView[]> {
    const channel: Channel | null = viewer.mediatorId === id ? 'web' : heardBy;
    return this.change(viewer, id, 'withdraw', async (tx, { mediatorId }) => {
      if (channel === null) throw new InvalidInputError([NO_CHANNEL]);
      await end(tx, viewer, mediatorId, purpose, channel);
      await tx.query(
        `INSERT INTO consent_objection (mediator_id, purpose, stated_by) VALUES ($1, $2, $3)
         ON CONFLICT (mediator_id, purpose) DO NOTHING`,
        [mediatorId, purpose, viewer.name],
      );
    });
  }

  /** All consents of a woman, withdrawn ones too, the latest first. @throws NotFoundError */
  async history(viewer: Viewer, id: string): Promise<ConsentView[]> {
    return this.database.transaction(async (tx) => {
      const { mediatorId } = await lockMediator(tx, viewer, id, (woman) =>
        may(viewer, 'read', { kind: 'consent', ...woman }),
      );
      return readConsents(tx, this.vault, mediatorId);
    });
  }

  /** The purposes to which she has never said yes or no, nor anybody for her. @throws NotPermittedError */
  async unanswered(viewer: Viewer): Promise<ConsentPurpose[]> {
    const rows = await this.database.query<{ purpose: ConsentPurpose }>(
      `SELECT purpose FROM unnest($2::text[]) AS purpose WHERE NOT EXISTS
         (SELECT FROM consent c WHERE c.purpose = purpose.purpose AND c.mediator_id IN (${SELECT_HER_RECORDS}))
       AND NOT EXISTS
         (SELECT FROM consent_objection o WHERE o.purpose = purpose.purpose AND o.mediator_id = $1)`,
      [ownMediatorId(viewer), CONSENT_PURPOSES],
    );
    return rows.map(({ purpose }) => purpose);
  }

  /** One consent. @throws NotFoundError where there is none, or none for this viewer */
  async byId(viewer: Viewer, id: string): Promise<ConsentView> {
    const [row] = await this.database.query<{ mediatorId: string }>(
      'SELECT mediator_id AS "mediatorId" FROM consent WHERE id = $1',
      [id],
    );
    // Without a row the consents of nobody are asked for: as many steps as for one that is hidden.
    const consents = await this.history(viewer, row?.mediatorId ?? id);
    const found = consents.find((consent) => consent.id === id);
    if (!found) throw new NotFoundError('consent');
    return found;
  }

  /** One change, audited, with the job that takes her out of the index or puts her in. */
  private async change(
    viewer: Viewer,
    id: string,
    action: 'give' | 'record' | 'withdraw',
    work: (tx: Transaction, woman: LockedMediator) => Promise<void>,
  ): Promise<ConsentView[]> {
    return this.database.transaction(async (tx) => {
      const woman = await lockMediator(tx, viewer, id, (known) =>
        may(viewer, action, { kind: 'consent', ...known }),
      );
      const { mediatorId } = woman;
      const before = await readConsents(tx, this.vault, mediatorId);
      await work(tx, woman);
      const after = await readConsents(tx, this.vault, mediatorId);
      await profilesChanged(tx, [mediatorId]);
      const state = (consents: readonly ConsentView[]) => ({ id: mediatorId, consents });
      await recordAudit(tx, viewer, [
        changeRecord(`consent.${action}`, 'mediator', state(before), state(after)),
      ]);
      return after;
    });
  }

  private async replace(
    tx: Transaction,
    viewer: Viewer,
    mediatorId: string,
    standing: Standing,
    consent: Omit<HeardConsent, 'proof' | 'channel'> & {
      readonly id: string;
      readonly channel: Channel;
      readonly networkId: string | null;
    },
  ): Promise<void> {
    const { id, purpose, textVersion, language, channel, networkId, givenOn } = consent;
    const recordedBy = viewer.name;
    if (standing.id !== null) await end(tx, viewer, mediatorId, purpose, channel);
    await tx.query('DELETE FROM consent_objection WHERE mediator_id = $1 AND purpose = $2', [
      mediatorId,
      purpose,
    ]);
    await insertConsent(tx, {
      id,
      mediatorId,
      purpose,
      textVersion,
      language,
      channel,
      recordedBy,
      networkId,
      givenOn,
    });
  }

  private today(): string {
    return dayOf(this.now());
  }
}

export const OLD_VERSION: InputProblem = {
  path: 'textVersion',
  code: 'UNKNOWN',
  message: refusal('consents.oldText'),
};

const NO_CHANNEL: InputProblem = {
  path: 'channel',
  code: 'MISSING',
  message: refusal('consents.howTold'),
};

const OLDER_THAN_NO: InputProblem = {
  path: 'givenOn',
  code: 'CONTRADICTION',
  message: refusal('consents.laterNo'),
};

async function standingOf(
  tx: Transaction,
  mediatorId: string,
  purpose: ConsentPurpose,
): Promise<Standing> {
  const [row] = await tx.query<Standing>(
    `SELECT c.id, c.text_version AS "textVersion", c.network_id AS "networkId",
       (o.stated_at AT TIME ZONE 'UTC')::date::text AS "objectedOn"
     FROM (SELECT $1::uuid AS mediator_id, $2 AS purpose) AS asked
     LEFT JOIN consent c ON c.mediator_id = asked.mediator_id AND c.purpose = asked.purpose AND c.withdrawn_at IS NULL
     LEFT JOIN consent_objection o ON o.mediator_id = asked.mediator_id AND o.purpose = asked.purpose`,
    [mediatorId, purpose],
  );
  return row ?? { id: null, textVersion: null, networkId: null, objectedOn: null };
}

/**
 * Ends a consent. If it is LISTED, the database itself marks her at commit as one whom no search may find or count
 * (trigger `consent_withheld`; `consent_withheld_deleted` if the row is deleted), until the index has followed.
 */
async function end(
  tx: Transaction,
  viewer: Viewer,
  mediatorId: string,
  purpose: ConsentPurpose,
  channel: Channel,
): Promise<void> {
  await tx.query(
    `UPDATE consent SET withdrawn_at = now(), withdrawn_by = $3, withdrawn_channel = $4
     WHERE mediator_id = $1 AND purpose = $2 AND withdrawn_at IS NULL`,
    [mediatorId, purpose, viewer.name, channel],
  );
}

function heardProblems(consent: HeardConsent, today: string): InputProblem[] {
  const problem = (path: string, code: ProblemCode, message: Sentence): InputProblem[] => [
    { path, code, message },
  ];
  const { purpose, textVersion, language, proof, givenOn } = consent;
  return [
    ...(isKnownText(textVersion, purpose, language)
      ? []
      : problem('textVersion', 'UNKNOWN', refusal('consents.noText'))),
    ...(proof.trim() === '' ? problem('proof', 'MISSING', refusal('consents.proof')) : []),
    ...(proof.length > LONGEST_PROOF
      ? problem('proof', 'TOO_LONG', refusal('consents.proofMost', { most: LONGEST_PROOF }))
      : []),
    ...(!isDay(givenOn) || givenOn > today
      ? problem('givenOn', 'MALFORMED', refusal('days.upToToday'))
      : []),
  ];
}
