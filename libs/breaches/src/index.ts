/** Data in wrong hands: whom it concerns, and who is told when and by which way. */
export {
  BREACH_ADVICE,
  BREACH_CAUSES,
  BREACH_CHANNELS,
  BREACH_FACTS,
  HOURS_UNTIL_REPORT,
  type BreachAdvice,
  type BreachCause,
  type BreachChannel,
  type BreachFact,
} from './breach/lists.js';
export type { BreachWords } from './breach/breach.entities.js';
export type { BreachScope } from './breach/affected.js';
export {
  BreachService,
  type Breach,
  type BreachPreview,
  type BreachWoman,
  type NewBreach,
  type RecordedWoman,
} from './breach.service.js';
export { registerEntry } from './breach/register-entry.js';
export { BreachTelling } from './breach-telling.js';
export { BreachesModule } from './breaches.module.js';
export { breachesEntities } from './entities.js';
export { OwnBreachService, type OwnBreach } from './own-breach.service.js';
export { breachesSealedTables } from './sealed-tables.js';
export { ToldInPersonService, type WomanToTell } from './told-in-person.service.js';
