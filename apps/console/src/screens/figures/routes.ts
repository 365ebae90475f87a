import { screen } from '../../frame/screen-route.js';

const areas = ['console-figures'] as const;

export const FIGURE_ROUTES = [
  screen({
    path: '/scarcity',
    roles: ['COORDINATOR', 'ORGANIZER', 'FOCAL_POINT', 'ADMINISTRATOR'],
    areas,
    load: () => import('./scarcity.js'),
    menu: 'scarcity',
  }),
  screen({
    path: '/scarcity-map',
    roles: ['FOCAL_POINT', 'ADMINISTRATOR'],
    areas,
    load: () => import('./scarcity-map.js'),
    menu: 'scarcityMap',
  }),
  screen({
    path: '/exposure',
    roles: ['COORDINATOR', 'FOCAL_POINT', 'ADMINISTRATOR'],
    areas,
    load: () => import('./exposure.js'),
    menu: 'exposure',
  }),
  screen({
    path: '/metrics',
    roles: ['COORDINATOR', 'ORGANIZER', 'FOCAL_POINT', 'ADMINISTRATOR'],
    areas,
    load: () => import('./metrics.js'),
    menu: 'metrics',
  }),
];
