import { CLOCK } from '#config';
import { Database, type Transaction } from '#database';
import { authorise, changeRecord, ownMediatorId, recordAudit, type Viewer } from '#identity';
import { InvalidInputError, InvalidStateError, NotFoundError } from '#kernel';
import { refusal } from '#messages';
import type { Locale } from '#vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { OLD_VERSION } from '../consent/consent.service.js';
import { consentTexts, LINKED_ELSEWHERE } from '../consent/consent-texts.js';
import type { HerWord } from '../duplicates/verdicts.js';
import { SELECT_HER_RECORDS } from '../mediator/read-models.js';
import { isComparedWith, lastWord } from './compared-women.js';

/** That a directory lists somebody with an address or a number of hers. */
export interface HerListing {
  readonly id: string;
  /** `open` until she has said whether it is she. */
  readonly state: 'open' | HerWord;
  /** Networks that she has told, by id. */
  readonly told: readonly string[];
}

/** Another directory with which this one compares lists, as a mediator is shown it. */
export interface HerDirectory {
  /** Of the partner. */
  readonly id: string;
  readonly name: string;
  /** What she said last; null if she was never asked, or has not answered. */
  readonly agreed: boolean | null;
  /** ISO date; null if she has said nothing. */
  readonly statedOn: string | null;
  /** ISO date of the last exchange; null if there was none. */
  readonly comparedOn: string | null;
  /** Null if nothing was found, or she is not compared at present. */
  readonly listing: HerListing | null;
}

/** Her answer to being compared with one directory, by the text that she was shown. */
export interface HerAgreement {
  readonly agreed: boolean;
  readonly textVersion: string;
  readonly language: Locale;
}

/**
 * Other directories, for the mediator herself: she agrees to each, sees whether she is listed there, and says whether it is she
 * and which of her networks may know.
 */
@Injectable()
export class HerDirectories {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /** All directories that lists are compared with, by name. @throws NotPermittedError */
  async list(viewer: Viewer): Promise<HerDirectory[]> {
    return this.database.query<HerDirectory>(SELECT_HERS, [ownMediatorId(viewer)]);
  }

  /** One of them. @throws NotPermittedError; NotFoundError where there is no such directory */
  async byId(viewer: Viewer, partnerId: string): Promise<HerDirectory> {
    const found = (await this.list(viewer)).find(({ id }) => id === partnerId);
    if (!found) throw new NotFoundError('directory');
    return found;
  }

  /**
   * Agrees to be compared with a directory, or says no. Each word of hers is kept, and the last counts.
   *
   * @throws NotPermittedError; NotFoundError where there is no such directory; InvalidInputError where she agrees to a text that is not in
   * force
   */
  async agree(
    viewer: Viewer,
    partnerId: string,
    { agreed, textVersion, language }: HerAgreement,
  ): Promise<void> {
    const herId = ownMediatorId(viewer);
    const inForce = consentTexts(language).find(({ name }) => name === LINKED_ELSEWHERE)?.version;
    if (agreed && textVersion !== inForce) throw new InvalidInputError([OLD_VERSION]);
    await this.database.transaction(async (tx) => {
      await hold(tx, herId);
      const [partner] = await tx.query(
        'SELECT FROM exchange_partner WHERE id = $1 AND ended_at IS NULL FOR KEY SHARE',
        [partnerId],
      );
      if (!partner) throw new NotFoundError('directory');
      const [before] = await tx.query<{ agreed: boolean | null }>(
        `SELECT ${lastWord('m', '$2::uuid')} AS agreed FROM mediator m WHERE m.id = $1`,
        [herId, partnerId],
      );
      if (before?.agreed === agreed) return;
      await tx.query(INSERT_WORD, [
        uuidv7(),
        herId,
        partnerId,
        agreed,
        inForce,
        language,
        this.now(),
      ]);
      await recordAudit(tx, viewer, [
        changeRecord(
          agreed ? 'exchange.agree' : 'exchange.refuse',
          'mediator',
          { id: herId, partnerId, agreed: before?.agreed },
          { id: herId, partnerId, agreed, textVersion: inForce },
        ),
      ]);
    });
  }

  /**
   * Says no for her to all directories that she had agreed to: she has taken back which of them, the log does not tell.
   *
   * @throws NotPermittedError; InvalidStateError where there is nothing to take back
   */
  async takeBackAll(viewer: Viewer, mediatorId: string): Promise<void> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    await this.database.transaction(async (tx) => {
      await hold(tx, mediatorId);
      const agreed = await tx.query<{ partnerId: string; textVersion: string; language: Locale }>(
        `SELECT DISTINCT ON (partner_id) partner_id AS "partnerId", text_version AS "textVersion", language
         FROM exchange_consent e JOIN mediator m ON m.id = $1
         WHERE e.mediator_id IN (${SELECT_HER_RECORDS}) AND ${lastWord('m', 'e.partner_id')}
         ORDER BY partner_id, e.id DESC`,
        [mediatorId],
      );
      if (agreed.length === 0) throw new InvalidStateError(refusal('exchange.agreedToNone'));
      for (const { partnerId, textVersion, language } of agreed) {
        await tx.query(INSERT_WORD, [
          uuidv7(),
          mediatorId,
          partnerId,
          false,
          textVersion,
          language,
          this.now(),
        ]);
      }
      await recordAudit(tx, viewer, [
        changeRecord('exchange.refuse', 'mediator', { id: mediatorId, agreed }, { id: mediatorId }),
      ]);
    });
  }

  /**
   * Says whether it is she whom another directory lists, and which of her networks may know: of a yes alone, for nothing else is
   * told. It can be said otherwise later.
   *
   * @throws NotPermittedError; NotFoundError where she is not shown it; InvalidInputError for a network that does not list her
   */
  async answer(
    viewer: Viewer,
    listingId: string,
    { word, told: chosen }: { readonly word: HerWord; readonly told: readonly string[] },
  ): Promise<void> {
    const told = word === 'same' ? chosen : [];
    const herId = ownMediatorId(viewer);
    await this.database.transaction(async (tx) => {
      await hold(tx, herId);
      const shown = await tx.query<HerDirectory>(SELECT_HERS, [herId]);
      const listing = shown.find((one) => one.listing?.id === listingId)?.listing;
      if (!listing) throw new NotFoundError('listing');
      const known = await tx.query<{ id: string }>(
        `SELECT DISTINCT network_id::text AS id FROM affiliation
         WHERE status <> 'ended' AND mediator_id IN (${SELECT_HER_RECORDS})`,
        [herId],
      );
      if (told.some((network) => !known.some(({ id }) => id === network))) {
        throw new InvalidInputError([UNKNOWN]);
      }
      await tx.query(
        `UPDATE listed_elsewhere l SET state = $2, told = $3, told_as = m.public_id
         FROM mediator m WHERE l.id = $1 AND m.id = $4`,
        [listingId, word, told, herId],
      );
      const { state, told: before } = listing;
      await recordAudit(tx, viewer, [
        changeRecord(
          'exchange.answer',
          'listing',
          { id: listingId, state, told: before },
          { id: listingId, state: word, told },
        ),
      ]);
    });
  }

  /**
   * Takes back for her that it is she whom another directory lists, and which networks were told: what she has said since the
   * backup, the log does not tell.
   *
   * @throws NotPermittedError; NotFoundError where there is nothing to take back
   */
  async takeBackAnswer(viewer: Viewer, listingId: string): Promise<void> {
    authorise(viewer, 'run', { kind: 'exchange', networkId: null });
    await this.database.transaction(async (tx) => {
      const [before] = await tx.query<{ state: string; told: readonly string[] }>(
        `SELECT state, told FROM listed_elsewhere
         WHERE id = $1 AND (state = 'same' OR told <> '{}') FOR UPDATE`,
        [listingId],
      );
      if (!before) throw new NotFoundError('listing');
      const after = { state: 'open', told: [] };
      await tx.query(`UPDATE listed_elsewhere SET state = 'open', told = '{}' WHERE id = $1`, [
        listingId,
      ]);
      await recordAudit(tx, viewer, [
        changeRecord(
          'exchange.answer',
          'listing',
          { id: listingId, ...before },
          { id: listingId, ...after },
        ),
      ]);
    });
  }
}

const INSERT_WORD = `INSERT INTO exchange_consent (id, mediator_id, partner_id, agreed, text_version, language, stated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const UNKNOWN = {
  path: 'told',
  code: 'UNKNOWN',
  message: refusal('preferences.notListed'),
} as const;

/** Before what hangs on her, as whoever erases or merges does. */
async function hold(tx: Transaction, herId: string): Promise<void> {
  await tx.query('SELECT FROM mediator WHERE id = $1 FOR KEY SHARE', [herId]);
}

/** The directories as the mediator `$1` is shown them. What was found is shown only while she is compared. */
const SELECT_HERS = `SELECT p.id, p.name, ${lastWord('m', 'p.id')} AS agreed,
  (SELECT max((e.stated_at AT TIME ZONE 'UTC')::date)::text FROM exchange_consent e
    WHERE e.partner_id = p.id AND e.mediator_id IN (${SELECT_HER_RECORDS})) AS "statedOn",
  (SELECT max((r.ended_at AT TIME ZONE 'UTC')::date)::text FROM exchange_run r WHERE r.partner_id = p.id) AS "comparedOn",
  (SELECT json_build_object('id', l.id, 'state', l.state, 'told', l.told) FROM listed_elsewhere l
    WHERE l.partner_id = p.id AND l.mediator_id IN (${SELECT_HER_RECORDS}) AND ${isComparedWith('m', 'p.id')}
    ORDER BY l.mediator_id = m.id DESC, l.id DESC LIMIT 1) AS listing
FROM exchange_partner p JOIN mediator m ON m.id = $1
WHERE p.ended_at IS NULL ORDER BY p.name`;
