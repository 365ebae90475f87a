import { Injectable } from '@nestjs/common';
import { authorise, type Viewer } from '#identity';
import { type InputProblem, isDay, type ProblemCode, throwIfProblems } from '#kernel';
import { refusal, type Sentence } from '#messages';
import { ExposureReleases } from './exposure-releases.js';
import type { ExposureTables, Shares } from './exposure-tables.js';
import type { Quarter } from './quarters.js';

/** What is asked for: the last quarter that has ended where nothing is said. */
export type RequestedPeriod = { readonly [Day in keyof Quarter]?: string | null };

/** A network that a coordinator asks about. */
export interface ReportedNetwork {
  readonly id: string;
  readonly slug: string;
}

/** Who came before organizers in a period: of all who are counted, or of one network. */
export interface ExposureReport extends Quarter, ExposureTables {
  readonly network: string | null;
  /** What the network is among all; null for a report of all, and where few are on either side. */
  readonly ofAll: Shares | null;
}

/** What is said of a network of which nothing may be told by itself. */
const UNTOLD = { ofAll: null, total: null, gini: null, tables: [] };

/** Says who came before organizers, and whether that is fair, without telling of any one woman. */
@Injectable()
export class ExposureReportService {
  constructor(private readonly releases: ExposureReleases) {}

  /**
   * Of all networks, for those who answer for the whole, or of one, for its coordinators: nobody else may
   * ask for both, so that no network's numbers are the difference of two reports.
   *
   * @param asked a whole quarter that has ended, and not too long ago
   * @throws NotPermittedError, InvalidInputError
   */
  async report(
    viewer: Viewer,
    requested: RequestedPeriod,
    network: ReportedNetwork | null,
  ): Promise<ExposureReport> {
    const networkId = network?.id ?? null;
    if (network) authorise(viewer, 'read', { kind: 'exposure', networkId });
    else authorise(viewer, 'read-all', { kind: 'exposure', networkId });
    const quarters = this.releases.quarters();
    const from = requested.from ?? quarters[0]!.from;
    const to = requested.to ?? quarters.find((quarter) => quarter.from === from)?.to ?? '';
    throwIfProblems(periodProblems(from, to, quarters));
    const numbers = (await this.releases.numbers()).get(from);
    if (!numbers) throw new Error('The numbers of an ended quarter are not there.');
    if (network === null) return { from, to, network: null, ofAll: null, ...numbers.all };
    const { slug } = network;
    return { from, to, network: slug, ...(numbers.networks[slug] ?? UNTOLD) };
  }
}

/** Periods that neither overlap nor contain each other: else their difference would tell of what lies between. */
function periodProblems(from: string, to: string, quarters: readonly Quarter[]): InputProblem[] {
  const problem = (path: string, code: ProblemCode, message: Sentence): InputProblem => ({
    path,
    code,
    message,
  });
  if (!isDay(from) || !/-(01|04|07|10)-01$/.test(from)) {
    return [problem('from', 'MALFORMED', refusal('exposure.firstDay'))];
  }
  const quarter = quarters.find((each) => each.from === from);
  const [last, first] = [quarters[0]!, quarters.at(-1)!];
  if (!quarter) {
    const message = refusal('exposure.quarters', { from: first.from, to: last.to });
    return [problem('from', 'OUT_OF_RANGE', message)];
  }
  if (to === quarter.to) return [];
  return [problem('to', 'MALFORMED', refusal('exposure.lastDay', { to: quarter.to }))];
}
