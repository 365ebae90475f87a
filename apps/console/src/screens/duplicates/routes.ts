import { screen } from '../../frame/screen-route.js';

const OF_NETWORK = { roles: ['COORDINATOR'], areas: ['console-duplicates'] } as const;

export const DUPLICATE_ROUTES = [
  screen({ ...OF_NETWORK, path: '/duplicates', load: () => import('./duplicates.js') }),
  screen({ ...OF_NETWORK, path: '/duplicates/:id', load: () => import('./duplicate.js') }),
];
