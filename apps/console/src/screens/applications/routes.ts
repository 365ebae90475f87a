import { screen } from '../../frame/screen-route.js';

const OF_NETWORK = { roles: ['COORDINATOR'], areas: ['console-applications'] } as const;

export const APPLICATION_ROUTES = [
  screen({
    ...OF_NETWORK,
    path: '/applications',
    load: () => import('./applications.js'),
    menu: 'applications',
  }),
  screen({ ...OF_NETWORK, path: '/applications/:id', load: () => import('./application.js') }),
];
