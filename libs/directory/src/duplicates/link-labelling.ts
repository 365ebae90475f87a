import { Database, type Transaction } from '#database';
import { authorise, changeRecord, recordAudit, systemViewer, type Viewer } from '#identity';
import type { LinkageRecord, SampledBand } from '#linkage';
import { NotFoundError } from '#kernel';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { ContactRepository } from '../contact/contact-repository.js';
import { foldExternalId } from '../mediator/external-id.js';
import { noteLooks } from './duplicate-looks.js';
import { samplePairsOf } from './found-pairs.js';
import { recordsOfList } from './list-records.js';

/** Pairs to be labelled, by the numbers of the list. */
export interface DrawnPairs {
  /** The lowest first. */
  readonly bands: readonly SampledBand[];
  readonly pairs: readonly {
    readonly one: string;
    readonly other: string;
    readonly band: number;
  }[];
}

/** A field of two records, side by side. */
export interface LabelledField {
  readonly field: string;
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** Two records as somebody who labels them sees them. */
export interface LabelledPair {
  readonly fields: readonly LabelledField[];
  /** Of contact data only whether both have the same; null where one of them has none. */
  readonly sameMail: boolean | null;
  readonly sameTelephone: boolean | null;
}

/**
 * Pairs of a network's own list for people to label who see neither weights nor each other's labels, to measure how well
 * duplicates are found. Mediators under a code name are not among them.
 */
@Injectable()
export class LinkLabelling {
  private readonly contacts: ContactRepository;

  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {
    this.contacts = new ContactRepository(vault);
  }

  /** Draws pairs of rows with numbers: the same for the same list and seed. @throws NotPermittedError */
  async draw(
    viewer: Viewer,
    networkId: string,
    request: { readonly seed: number; readonly size: number },
  ): Promise<DrawnPairs> {
    authorise(viewer, 'decide', { kind: 'duplicate', networkId });
    return this.database.transaction(async (tx) => {
      const numbers = await numbersOf(tx, networkId);
      const byId = new Map(numbers.map(({ id, number }) => [id, number]));
      const records = await this.records(tx, networkId, [...byId.keys()]);
      const { bands, drawn } = await samplePairsOf(records, request);
      const after = { id: networkId, ...request };
      await recordAudit(tx, viewer, [changeRecord('duplicates.sample', 'network', null, after)]);
      const pairs = drawn.map(({ a, b, band }) => ({
        one: byId.get(a) ?? '',
        other: byId.get(b) ?? '',
        band,
      }));
      return { bands, pairs };
    });
  }

  /**
   * Two records of a list, by their numbers. Both mediators can read that somebody looked.
   *
   * @throws NotPermittedError; NotFoundError where the list has not both, under their names
   */
  async look(viewer: Viewer, networkId: string, one: string, other: string): Promise<LabelledPair> {
    authorise(viewer, 'decide', { kind: 'duplicate', networkId });
    return this.database.transaction(async (tx) => {
      const numbers = await numbersOf(tx, networkId);
      const idOf = (number: string) =>
        numbers.find((each) => foldExternalId(each.number) === foldExternalId(number))?.id;
      const [first, second] = [idOf(one), idOf(other)];
      if (first === undefined || second === undefined) throw new NotFoundError('row');
      const records = await this.records(tx, networkId, [first, second]);
      const [her, its] = [first, second].map((id) => records.find((record) => record.id === id));
      if (!her || !its || her === its) throw new NotFoundError('row');
      await noteLooks(tx, viewer, networkId, [first, second]);
      return {
        fields: fieldsOf(her).map(([field, values], i) => ({
          field,
          one: values,
          other: fieldsOf(its)[i]?.[1] ?? [],
        })),
        sameMail: sharesOf(her.mails, its.mails),
        sameTelephone: sharesOf(her.telephones, its.telephones),
      };
    });
  }

  private records(tx: Transaction, networkId: string, ids: readonly string[]) {
    const { contacts, vault } = this;
    return recordsOfList(tx, { contacts, vault }, systemViewer('duplicates'), networkId, ids);
  }
}

/** The number of each member, and the record that stands for her. */
async function numbersOf(tx: Transaction, networkId: string) {
  return tx.query<{ id: string; number: string }>(
    `SELECT coalesce(m.merged_into, m.id) AS id, min(a.external_id) AS number
     FROM affiliation a JOIN mediator m ON m.id = a.mediator_id
     WHERE a.network_id = $1 AND a.status <> 'ended' AND a.external_id IS NOT NULL GROUP BY 1 ORDER BY 2`,
    [networkId],
  );
}

function fieldsOf(record: LinkageRecord): [field: string, values: readonly string[]][] {
  return [
    ['name', record.names],
    // The day is contact data.
    ['born', record.born ? [record.born.slice(0, 4)] : []],
    ['nationality', record.nationalities ?? []],
    ['residence', record.residence ? [record.residence] : []],
    ['language', record.languages ?? []],
    ['education, training, experience', record.texts ?? []],
  ];
}

function sharesOf(one: readonly string[] = [], other: readonly string[] = []): boolean | null {
  return one.length === 0 || other.length === 0 ? null : one.some((key) => other.includes(key));
}
