import {
  NeedAlertEntity,
  NeedWatchEntity,
  NeedWatchWomanEntity,
} from './alert/need-watch.entities.js';
import { ExposureEntity } from './exposure/exposure.entity.js';
import { ExposureQuarterEntity } from './exposure/exposure-quarter.entity.js';
import { NeedEntity } from './need/need.entity.js';
import { PeaceProcessEntity } from './process/peace-process.entity.js';
import { ShortlistEntity } from './shortlist/shortlist.entity.js';
import { ShortlistEntryEntity } from './shortlist/shortlist-entry.entity.js';
import { ShortlistGoneEntity } from './shortlist/shortlist-gone.entity.js';
import { ShortlistShareEntity } from './shortlist/shortlist-share.entity.js';
import { ShortlistFeedbackEntity } from './shortlist/shortlist-feedback.entity.js';
import { TeamRunEntity, TeamRunMediatorEntity } from './team/team-run.entity.js';

/** Every table of this module. */
export const engagementEntities = [
  PeaceProcessEntity,
  NeedEntity,
  NeedWatchEntity,
  NeedWatchWomanEntity,
  NeedAlertEntity,
  ExposureEntity,
  ExposureQuarterEntity,
  ShortlistEntity,
  ShortlistEntryEntity,
  ShortlistFeedbackEntity,
  ShortlistGoneEntity,
  ShortlistShareEntity,
  TeamRunEntity,
  TeamRunMediatorEntity,
];
