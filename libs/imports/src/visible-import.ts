import type { EntityManager } from 'typeorm';
import { In, Not } from 'typeorm';
import { hidden, may, type Viewer } from '#identity';
import { StagedImportEntity } from './staged-import.entity.js';

/**
 * An import of a network of the viewer's. Those of others are not even read.
 *
 * @param lock kept from others until the transaction ends
 * @throws NotPermittedError, NotFoundError
 */
export async function visibleImport(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
  lock = false,
): Promise<StagedImportEntity> {
  const staged = await manager.findOne(StagedImportEntity, {
    where: { id, networkId: In([...viewer.networkIds]), state: Not('receiving' as const) },
    ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
  });
  if (!staged || !may(viewer, 'read', { kind: 'import', networkId: staged.networkId })) {
    throw hidden(viewer, 'import');
  }
  return staged;
}
