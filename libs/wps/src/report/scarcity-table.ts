import { ScarcityReleases, type ScarcityRow } from '#metrics';
import { Injectable } from '@nestjs/common';
import type { Value } from './content.js';
import type { ReportScope, Table } from './report-scope.js';

/** Where the directory has few, as a table of a report: by whole quarters, as it was counted once and for all. */
@Injectable()
export class ScarcityTable {
  constructor(private readonly releases: ScarcityReleases) {}

  /** Of the quarters that lie in the period and were counted: each region, and the domains of which fewer than five are there while a need asks. */
  async table({ from, until }: ReportScope): Promise<Table> {
    const quarters = (await this.releases.quarters()).filter(
      (quarter) => quarter.from >= from && quarter.to <= until,
    );
    const rows = quarters
      .toReversed()
      .flatMap(({ from: first, to, rows: counted }) =>
        counted.filter(isPrinted).map((row) => [`${first} – ${to}`, ...valuesOf(row)]),
      );
    return { columns: ['quarter', 'region', 'domain', 'pool', 'asked'], rows };
  }
}

function isPrinted({ domain, women, asked }: ScarcityRow): boolean {
  return domain === null || (women === null && asked > 0);
}

function valuesOf({ area, domain, women, asked }: ScarcityRow): Value[] {
  return [
    { code: area, of: 'region' },
    domain === null ? { word: 'word.any-domain' } : { code: domain, of: 'expertise' },
    women === null ? { word: 'word.fewer-than-five' } : { atLeast: women },
    String(asked),
  ];
}
