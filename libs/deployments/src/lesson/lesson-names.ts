import type { Transaction } from '#database';
import {
  ProfileService,
  SELECT_HER_NAMES,
  selectNamesOfNetworks,
  shownMediators,
} from '#directory';
import { organizationFacts, type Viewer } from '#identity';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { DeploymentEntity } from '../deployment/deployment.entity.js';
import { openWords } from '../deployment/words.js';
import type { ForbiddenNames } from './no-names.js';

/**
 * Names that a lesson must not hold. Of the women of the deployment, all that Baraza knows. Of others, what the viewer may
 * see: else she could try in a draft whether somebody is in the directory.
 */
@Injectable()
export class LessonNames {
  constructor(
    private readonly profiles: ProfileService,
    private readonly vault: Vault,
  ) {}

  async of(tx: Transaction, viewer: Viewer, deploymentId: string | null): Promise<ForbiddenNames> {
    const shown = (await shownMediators(tx)).map(({ id }) => id);
    const views = await this.profiles.viewsByIds(viewer, shown);
    const curated = await namesIn(tx, selectNamesOfNetworks('$1'), [viewer.networkIds]);
    const { women, organizations } = await this.about(tx, deploymentId);
    return {
      parts: women,
      whole: [...[...views.values()].map(({ name }) => name), ...curated, ...organizations],
    };
  }

  /** Who was at work, for whom and where. */
  private async about(
    tx: Transaction,
    deploymentId: string | null,
  ): Promise<{ readonly women: readonly string[]; readonly organizations: readonly string[] }> {
    const deployment =
      deploymentId && (await tx.manager.findOneBy(DeploymentEntity, { id: deploymentId }));
    if (!deployment) return { women: [], organizations: [] };
    const { introductionId, organizationId } = deployment;
    const together = await tx.manager.findBy(DeploymentEntity, { introductionId });
    const women: string[] = [];
    for (const { mediatorId } of together) {
      women.push(...(await namesIn(tx, SELECT_HER_NAMES, [mediatorId])));
    }
    const facts = await organizationFacts(tx, [organizationId]);
    const { terms } = await openWords(this.vault, deployment);
    return { women, organizations: [facts.get(organizationId)?.name ?? '', terms.host ?? ''] };
  }
}

async function namesIn(
  tx: Transaction,
  select: string,
  parameters: readonly unknown[],
): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(select, parameters);
  return rows.map(({ name }) => name);
}
