/** What the programs of Baraza share: how its modules are opened, when they end, and what is said when they fail. */
export { CommandFailure, explainFailure } from './failure.js';
export { openApplication, type ApplicationOptions } from './open-application.js';
export { ProgramLogger } from './program-logger.js';
export { stopSignal } from './stop-signal.js';
