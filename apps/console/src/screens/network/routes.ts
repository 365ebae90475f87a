import { screen } from '../../frame/screen-route.js';

export const NETWORK_ROUTES = [
  screen({
    path: '/network',
    roles: ['COORDINATOR'],
    areas: ['console-network', 'console-emergency', 'console-profiles'],
    load: () => import('./network.js'),
    menu: 'network',
  }),
];
