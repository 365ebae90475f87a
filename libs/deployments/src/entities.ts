import { CheckInEntity } from './check-in/check-in.entity.js';
import { ClearanceLineEntity } from './clearance/clearance-line.entity.js';
import { DeploymentGoneEntity } from './deployment/deployment-gone.entity.js';
import { DeploymentEntity } from './deployment/deployment.entity.js';
import { EmergencyOpeningEntity } from './emergency/emergency-opening.entity.js';
import { IncidentEntity } from './incident/incident.entity.js';

/** Entities of this module. */
export const deploymentsEntities = [
  DeploymentEntity,
  DeploymentGoneEntity,
  ClearanceLineEntity,
  CheckInEntity,
  IncidentEntity,
  EmergencyOpeningEntity,
];
