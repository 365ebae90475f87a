import { screen } from '../../frame/screen-route.js';

const roles = ['ADMINISTRATOR'] as const;
const areas = ['console-emergency', 'console-profiles'] as const;

export const EMERGENCY_ROUTES = [
  screen({
    path: '/hidings',
    roles,
    areas,
    load: () => import('./hidings.js'),
    menu: 'hidings',
  }),
  screen({
    path: '/copies',
    roles: ['ADMINISTRATOR', 'COORDINATOR'],
    areas,
    load: () => import('./copies.js'),
  }),
  screen({
    path: '/accounts/:id',
    roles,
    areas: ['console-emergency', 'console-breaches'],
    load: () => import('./account.js'),
  }),
];
