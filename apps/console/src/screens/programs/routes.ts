import { screen } from '../../frame/screen-route.js';

const roles = ['ADMINISTRATOR', 'COORDINATOR'] as const;
const areas = ['console-programs'] as const;

export const PROGRAM_ROUTES = [
  screen({
    path: '/programs',
    roles,
    areas,
    load: () => import('./programs.js'),
    menu: 'programs',
  }),
  screen({ path: '/programs/:id', roles, areas, load: () => import('./program.js') }),
];
