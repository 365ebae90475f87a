import { screen } from '../../frame/screen-route.js';

const roles = ['ORGANIZER'] as const;

export const DEPLOYMENT_ROUTES = [
  screen({
    path: '/deployments',
    roles,
    areas: ['console-deployments'],
    load: () => import('./deployments.js'),
    menu: 'deployments',
  }),
  screen({
    path: '/deployments/:id',
    roles,
    areas: ['console-deployments', 'console-outcome', 'console-terms'],
    load: () => import('./deployment.js'),
  }),
];
