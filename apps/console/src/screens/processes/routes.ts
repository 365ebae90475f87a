import { screen } from '../../frame/screen-route.js';

const roles = ['ORGANIZER', 'FOCAL_POINT', 'ADMINISTRATOR'] as const;
const areas = ['console-processes'] as const;

export const PROCESS_ROUTES = [
  screen({
    path: '/processes',
    roles,
    areas,
    load: () => import('./processes.js'),
    menu: 'processes',
  }),
  screen({
    path: '/processes/new',
    roles: ['ORGANIZER', 'ADMINISTRATOR'],
    areas,
    load: () => import('./process-editor.js'),
  }),
  screen({
    path: '/processes/:slug/edit',
    roles: ['ORGANIZER', 'ADMINISTRATOR'],
    areas,
    load: () => import('./process-editor.js'),
  }),
  screen({ path: '/lessons', roles, areas, load: () => import('./lessons.js') }),
];
