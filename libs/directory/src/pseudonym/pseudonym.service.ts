import { CLOCK } from '#config';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { authorise, changeRecord, may, recordAudit, type Viewer } from '#identity';
import { indexSyncJob } from '#search';
import { lockMediator } from '../mediator/lock-mediator.js';
import { ProfileReader } from '../profile/profile-reader.js';
import type { ProfileRecord } from '../profile/profile-record.js';
import { isListed, projectProfile, type ProfileView } from '../profile/profile-view.js';
import { listedOf, type Published } from '../profile/published-values.js';
import { StoredBook } from './stored-book.js';

/** What a woman shows under a code name, or would show if she took one now. */
export interface CodeNameView {
  /** She is pseudonymous already. */
  readonly inForce: boolean;
  /** She shows more than her code name. */
  readonly hasClass: boolean;
  /** She has asked for values that tell more, and is given them when classes are made anew. */
  readonly asks: boolean;
  /** What the public sees. */
  readonly public: ProfileView;
  /** What verified organizers see. */
  readonly vetted: ProfileView;
}

/** What a renewal of the classes did. */
export interface RenewedClasses {
  readonly classes: number;
  /** Women who show what a class shows. */
  readonly women: number;
  /** Women who show nothing but their code name. */
  readonly waiting: number;
}

/** What women with a code name show: docs/pseudonymity.md. */
@Injectable()
export class PseudonymService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * What she shows under her code name, or what she would show from the moment she takes one: for her and her
   * curators, before she decides.
   *
   * @throws NotFoundError
   */
  async preview(viewer: Viewer, id: string): Promise<CodeNameView> {
    return this.database.transaction(async (tx) => {
      const { mediatorId } = await lockMediator(tx, viewer, id, (woman) =>
        may(viewer, 'read-all', { kind: 'profile', ...woman }),
      );
      const [record] = await new ProfileReader(tx).byIds([mediatorId]);
      if (!record) throw new Error('A woman who is known has a profile.');
      const { book } = await StoredBook.read(tx);
      // Not settled: whoever edits her could try one nationality after the other, and learn those of the class.
      if (!record.pseudonymous) book.show(mediatorId, listedOf(record, this.now()));
      const published = book.publishedOf(mediatorId);
      return {
        inForce: record.pseudonymous,
        hasClass: published !== null,
        asks: book.placeOf(mediatorId)?.requested ?? false,
        public: this.underCodeName(record, published, 'PUBLIC'),
        vetted: this.underCodeName(record, published, 'VETTED'),
      };
    });
  }

  /**
   * She asks for values that tell more of her, where enough women allow it when classes are made anew.
   *
   * @throws NotFoundError; NotPermittedError for everybody but herself
   */
  async ask(viewer: Viewer, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { mediatorId } = await lockMediator(tx, viewer, id, (woman) =>
        may(viewer, 'set-audience', { kind: 'profile', ...woman }),
      );
      const stored = await StoredBook.open(tx);
      const requested = stored.book.placeOf(mediatorId)?.requested ?? true;
      if (requested) return;
      stored.book.ask(mediatorId);
      await stored.write();
      const state = (asks: boolean) => ({ id: mediatorId, asks });
      await recordAudit(tx, viewer, [
        changeRecord('profile.ask-to-show-more', 'mediator', state(false), state(true)),
      ]);
    });
  }

  /**
   * Makes classes of the women who asked, and coarsens those that are not true of all their members.
   *
   * @throws NotPermittedError
   */
  async renew(viewer: Viewer): Promise<RenewedClasses> {
    authorise(viewer, 'renew-classes', { kind: 'pseudonyms' });
    return this.database.transaction(async (tx) => {
      const stored = await StoredBook.open(tx);
      const { book } = stored;
      const records = await new ProfileReader(tx).byIds([...book.placed.keys()]);
      const today = this.now();
      const lots = new Map(records.map(({ id, lot }) => [id, lot]));
      book.renew(
        new Map(
          records
            .filter((record) => record.pseudonymous && isListed(record))
            .map((record) => [record.id, listedOf(record, today)]),
        ),
        (id) => lots.get(id) ?? '',
      );
      const isOther = await stored.write();
      const women = [...book.placed.values()].filter(({ classId }) => classId !== null).length;
      const done = { classes: book.all.size, women, waiting: book.placed.size - women };
      if (isOther) {
        await tx.addJob(indexSyncJob());
        const entry = { action: 'pseudonyms.renew', subjectKind: 'pseudonyms', subjectId: null };
        await recordAudit(tx, viewer, [{ ...entry, beforeHash: null, afterHash: null }]);
      }
      return done;
    });
  }

  private underCodeName(
    record: ProfileRecord,
    published: Published | null,
    clearance: 'PUBLIC' | 'VETTED',
  ): ProfileView {
    // As if she were listed: she looks before she is.
    const listed = { state: 'published', consents: [...record.consents, 'LISTED'] } as const;
    const view = projectProfile(
      { ...record, ...listed, pseudonymous: true, published },
      clearance,
      this.now(),
    );
    if (!view) throw new Error('Who is listed is visible.');
    return view;
  }
}
