import { MembershipApplicationEntity } from './application/membership-application.entity.js';
import { MembershipCallEntity } from './call/membership-call.entity.js';

/** Entities of this module. */
export const applicationsEntities = [MembershipCallEntity, MembershipApplicationEntity];
