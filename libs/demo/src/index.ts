export { generatedRecords, type GeneratedRecord, type GenerateRequest } from './generate.js';
export { loadDemo } from './load-demo.js';
export { demoNeeds } from './needs.js';
export { PEACE_PROCESSES } from './processes.js';
export { SHAPES, type Shape } from './shapes.js';
