import { Injectable } from '@nestjs/common';
import { ExternalIds } from '#directory';
import { type Viewer } from '#identity';
import { InvalidStateError } from '#kernel';
import { refusal } from '#messages';
import type { Qrels, Run } from '#evaluation';
import { asVersion, type ModelVersion, type Need } from '#matching';
import { NeedPreparation } from '../match/prepare-need.js';
import { networkOf } from './docno.js';
import type { JudgedNeed } from './judged-need.js';
import { StablePool } from './stable-pool.js';

/** Candidates ranked for each need, at most; a measure at k needs k of them. */
const DEPTH = 100;

/** How the needs are ranked, beyond what they state. */
export interface RankingSettings {
  /** Weights that replace those of every need. */
  readonly weights?: Need['weights'];
  /** Whether each need's brief is ranked by, too; the answer then depends on the search index. */
  readonly brief?: boolean;
  /** Whether a need that names a preset is weighed by it. */
  readonly presets?: boolean;
  readonly depth?: number;
  /** Of the model, instead of the one that each need asks for. */
  readonly version?: ModelVersion;
}

/** Rankings of judged needs, whose quality can be measured. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly preparation: NeedPreparation,
    private readonly members: ExternalIds,
  ) {}

  /**
   * Ranks the members of the judged networks for each need that was judged. Nobody else takes part,
   * so that whoever else is in the directory changes nothing.
   *
   * @throws NotPermittedError; InvalidStateError where a judged network is not in this directory;
   * InvalidInputError where the weights are none
   */
  async rankAll(
    viewer: Viewer,
    needs: readonly JudgedNeed[],
    qrels: Qrels,
    { weights, brief = false, presets = false, depth = DEPTH, version }: RankingSettings = {},
  ): Promise<Run> {
    const members = await this.membersOf(viewer, qrels);
    const memberIds = [...new Set(members.map(({ mediatorId }) => mediatorId))];
    const run = new Map<string, string[]>();
    let pool: StablePool | null = null;
    for (const need of needs) {
      if (!qrels.has(need.topic)) continue;
      const prepared = await this.preparation.prepare(viewer, {
        ...(version === undefined ? need.criteria : asVersion(need.criteria, version)),
        id: need.topic,
        weights: { ...need.criteria.weights, ...weights },
        ...(brief ? { brief: need.brief } : {}),
        ...(presets && need.preset ? { preset: need.preset } : {}),
      });
      // Once: all needs are asked of the same pool.
      pool ??= new StablePool(await prepared.pool.ask('candidates', memberIds), members);
      run.set(need.topic, pool.rank(prepared.need, prepared.matches, depth));
    }
    return run;
  }

  private async membersOf(viewer: Viewer, qrels: Qrels) {
    const docnos = [...qrels.values()].flatMap((judged) => [...judged.keys()]);
    const networks = [...new Set(docnos.map(networkOf))].toSorted();
    const members = await this.members.ofNetworks(viewer, networks);
    const present = new Set(members.map(({ network }) => network));
    const absent = networks.filter((network) => !present.has(network));
    if (absent.length === 0) return members;
    throw new InvalidStateError(refusal('evaluation.absent', { networks: absent.join(', ') }));
  }
}
