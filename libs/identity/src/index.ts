export {
  admits,
  CLEARANCES,
  narrower,
  type Audience,
  type Clearance,
  type IndexedClearance,
} from './clearance.js';
export { OPERATOR, PUBLIC_VIEWER, type Viewer } from './viewer.js';
