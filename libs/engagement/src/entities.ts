import { NeedEntity } from './need/need.entity.js';
import { PeaceProcessEntity } from './process/peace-process.entity.js';
import { TeamRunEntity, TeamRunMediatorEntity } from './team/team-run.entity.js';

/** Every table of this room. */
export const engagementEntities = [
  PeaceProcessEntity,
  NeedEntity,
  TeamRunEntity,
  TeamRunMediatorEntity,
];
