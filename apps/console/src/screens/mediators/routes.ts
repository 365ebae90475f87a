import { screen } from '../../frame/screen-route.js';

const roles = ['COORDINATOR', 'ORGANIZER', 'FOCAL_POINT', 'ADMINISTRATOR'] as const;
const areas = ['console-mediators'] as const;

export const MEDIATOR_ROUTES = [
  screen({
    path: '/mediators',
    roles,
    areas,
    load: () => import('./search.js'),
    menu: 'mediators',
  }),
  screen({ path: '/mediators/:id', roles, areas, load: () => import('./mediator.js') }),
];
