import { ExposureEntity } from './exposure/exposure.entity.js';
import { NeedEntity } from './need/need.entity.js';
import { PeaceProcessEntity } from './process/peace-process.entity.js';

/** Every table of this room. */
export const engagementEntities = [PeaceProcessEntity, NeedEntity, ExposureEntity];
