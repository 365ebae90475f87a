export { generatedRecords, type GeneratedRecord, type GenerateRequest } from './generate.js';
export { DemoLoader, type LoadedDemo } from './demo-loader.js';
export { DemoModule } from './demo.module.js';
export { demoUsersFile, readDemoUsers, writeDemoUsers } from './demo-users-file.js';
export {
  BASELINE,
  baselineTable,
  networksTable,
  measureBaseline,
  type Baseline,
  type BaselineRow,
} from './baseline.js';
export { CareerReport } from './career-report.js';
export { CareerPool, careerSet, profileLine, type CareerSet } from './career-set.js';
export { judgedSet, type JudgedSet } from './judged-set.js';
export { demoNeeds } from './needs.js';
export { PEACE_PROCESSES } from './processes.js';
export { SHAPES, type Shape } from './shapes.js';
export type { DemoUser } from './users.js';
