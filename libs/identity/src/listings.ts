import type { Reader } from '#database';
import { Injectable } from '@nestjs/common';

/** The answers of the directory to what identity asks of it. */
export interface ListingSource {
  /** Which of these networks exist. */
  networks(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The networks that list this record now; none if it does not exist or was merged into another. */
  networksOf(reader: Reader, mediatorId: string): Promise<readonly string[]>;
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

  private answering(): ListingSource {
    if (!this.source) throw new Error('The directory is not there to say who lists whom.');
    return this.source;
  }
}
