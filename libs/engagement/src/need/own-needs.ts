import { may, type Viewer } from '#identity';
import { In, type FindOptionsWhere } from 'typeorm';
import type { NeedSubject } from '../need-subject.js';
import type { NeedEntity } from './need.entity.js';

/** One that is nobody's: who may read it may read all. */
const ANY_NEED: NeedSubject = { kind: 'need', organizationId: null, verified: false };

/**
 * What keeps a query to needs that can be the viewer's own. Nothing is read of others', not even to refuse
 * it: how much was would tell of them. Whether she may is asked of what is found.
 */
export function ownNeeds(viewer: Viewer): FindOptionsWhere<NeedEntity> {
  if (readsAllNeeds(viewer)) return {};
  const { organizationId } = viewer;
  return { organizationId: In(organizationId === null ? [] : [organizationId]) };
}

/** Whether every need is hers to read. */
export function readsAllNeeds(viewer: Viewer): boolean {
  return may(viewer, 'read-all', ANY_NEED);
}
