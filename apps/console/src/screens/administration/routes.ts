import { screen } from '../../frame/screen-route.js';

const roles = ['ADMINISTRATOR'] as const;
const areas = ['console-administration'] as const;

export const ADMINISTRATION_ROUTES = [
  screen({
    path: '/organizations',
    roles,
    areas,
    load: () => import('./organizations.js'),
    menu: 'organizations',
  }),
  screen({
    path: '/accounts',
    roles,
    areas,
    load: () => import('./accounts.js'),
    menu: 'accounts',
  }),
  screen({
    path: '/networks',
    roles,
    areas: ['console-administration', 'console-emergency'],
    load: () => import('./networks.js'),
    menu: 'networks',
  }),
  screen({
    path: '/operation',
    roles,
    areas,
    load: () => import('./operation.js'),
    menu: 'operation',
  }),
  screen({
    path: '/refused',
    roles,
    areas,
    load: () => import('./refused.js'),
  }),
];
