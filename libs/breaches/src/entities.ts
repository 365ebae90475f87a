import { BreachEntity, BreachMediatorEntity } from './breach/breach.entities.js';

/** Every table of this module, for the connection and for the test that they agree with the migrations. */
export const breachesEntities = [BreachEntity, BreachMediatorEntity];
