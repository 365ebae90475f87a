/** What the programs of Baraza share: how its modules are opened, when they end, and what is said when they fail. */
export { announce } from './announce.js';
export { CommandFailure, explainFailure } from './failure.js';
export { openApplication, type ApplicationOptions } from './open-application.js';
export { JsonLogger } from './json-logger.js';
export { keepHeapSmall } from './keep-heap-small.js';
export { loggerOf, ProgramLogger } from './program-logger.js';
export { stopSignal } from './stop-signal.js';
export { terminalLanguage } from './terminal-language.js';
