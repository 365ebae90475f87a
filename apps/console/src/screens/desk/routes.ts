import { screen } from '../../frame/screen-route.js';

const OF_DESK = { roles: ['COORDINATOR'], areas: ['console-desk', 'console-asked-terms'] } as const;

export const DESK_ROUTES = [
  screen({ ...OF_DESK, path: '/desk', load: () => import('./board.js'), menu: 'desk' }),
  screen({
    ...OF_DESK,
    path: '/desk/introductions/:id',
    load: () => import('./introduction.js'),
  }),
  screen({ ...OF_DESK, path: '/desk/deployments', load: () => import('./deployments.js') }),
  screen({
    ...OF_DESK,
    path: '/desk/deployments/:id',
    areas: [...OF_DESK.areas, 'console-outcome'],
    load: () => import('./deployment.js'),
  }),
  screen({ ...OF_DESK, path: '/desk/places', load: () => import('./places.js') }),
  screen({ ...OF_DESK, path: '/desk/lessons', load: () => import('./lessons.js') }),
];
