import { screen } from '../../frame/screen-route.js';

const roles = ['ADMINISTRATOR'] as const;
const areas = ['console-breaches', 'console-emergency', 'console-profiles'] as const;

export const BREACH_ROUTES = [
  screen({
    path: '/breaches',
    roles,
    areas,
    load: () => import('./breaches.js'),
    menu: 'breaches',
  }),
  screen({
    path: '/breaches/:id',
    roles,
    areas,
    load: () => import('./breach.js'),
  }),
];
