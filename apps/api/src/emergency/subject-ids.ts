import { MediatorIds } from '#directory';
import { AccountService, type TraceEntry, type Viewer } from '#identity';
import { Injectable } from '@nestjs/common';
import { globalId } from '../graphql/global-id.js';

/** Names the subjects of a trace, or the women of a breach, for whoever may read it. */
@Injectable()
export class SubjectIds {
  constructor(
    private readonly accounts: AccountService,
    private readonly mediatorIds: MediatorIds,
  ) {}

  /**
   * What the subjects of these entries are called outside: women by the id of a Mediator, all else by its key. Of a woman who
   * was erased nothing is said, nor of the one whose own account it is, if there is one: beside her address it would tell who she is whom others
   * know by a code name.
   */
  async of(
    viewer: Viewer,
    accountId: string | null,
    entries: readonly Pick<TraceEntry, 'subjectKind' | 'subjectId'>[],
  ): Promise<(subjectId: string) => string | null> {
    const account = accountId === null ? null : await this.accounts.byId(viewer, accountId);
    const keys = entries.flatMap(({ subjectKind, subjectId }) =>
      subjectKind === 'mediator' && subjectId !== null ? [subjectId] : [],
    );
    const women = new Set(keys);
    const known = await this.mediatorIds.publicIds(keys);
    return (subjectId) => {
      if (!women.has(subjectId)) return subjectId;
      const id = subjectId === account?.mediatorId ? undefined : known.get(subjectId);
      return id === undefined ? null : globalId('Mediator', id);
    };
  }
}
