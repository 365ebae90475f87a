import type { Reader, Transaction } from '#database';
import { Injectable } from '@nestjs/common';

/** Where a mediator is reached now. */
export interface Reached {
  /** The record that stands for her. */
  readonly id: string;
  /** Blind indexes of where mails and messages to her go; none if nobody stated an address or a number. */
  readonly at: readonly Buffer[];
}

/** The answers of the directory to what identity asks of it. */
export interface ListingSource {
  /** Which of these networks exist. */
  networks(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The networks that list this record now; none if it does not exist or was merged into another. */
  networksOf(reader: Reader, mediatorId: string): Promise<readonly string[]>;
  /** Where the mediator of a record is reached; null if there is none. */
  reached(tx: Transaction, mediatorId: string): Promise<Reached | null>;
  /** Whether mails may go to her, at whatever address: nobody has noted that others may read them. */
  isMailSafe(tx: Transaction, mediatorId: string): Promise<boolean>;
}

/**
 * What identity asks of the directory, whose tables it does not read. The directory, which stands above identity, says
 * at its start how it is answered. Every question is put to the caller's transaction: what decides about an
 * invitation is read where it is written.
 */
@Injectable()
export class Listings implements ListingSource {
  private source: ListingSource | null = null;

  answeredBy(source: ListingSource): void {
    this.source = source;
  }

  async networks(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.answering().networks(reader, ids);
  }

  async networksOf(reader: Reader, mediatorId: string): Promise<readonly string[]> {
    return this.answering().networksOf(reader, mediatorId);
  }

  async reached(tx: Transaction, mediatorId: string): Promise<Reached | null> {
    return this.answering().reached(tx, mediatorId);
  }

  async isMailSafe(tx: Transaction, mediatorId: string): Promise<boolean> {
    return this.answering().isMailSafe(tx, mediatorId);
  }

  private answering(): ListingSource {
    if (!this.source) throw new Error('The directory is not there to say who lists whom.');
    return this.source;
  }
}
