import { ActorEntity } from './actor/actor.entity.js';
import { FocalPointEntity } from './actor/focal-point.entity.js';
import { MembershipEntity } from './actor/membership.entity.js';
import { OfficeTermEntity } from './actor/office-term.entity.js';
import { MeetingEntity } from './meeting/meeting.entity.js';
import { MeetingParticipantEntity } from './meeting/participant.entity.js';

/** Entities of this module. */
export const wpsEntities = [
  ActorEntity,
  MembershipEntity,
  OfficeTermEntity,
  FocalPointEntity,
  MeetingEntity,
  MeetingParticipantEntity,
];
