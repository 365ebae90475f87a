import { screen } from '../../frame/screen-route.js';

export const IMPORT_ROUTES = [
  screen({
    path: '/imports',
    roles: ['COORDINATOR'],
    areas: ['console-imports'],
    load: () => import('./imports.js'),
    menu: 'imports',
  }),
  screen({
    path: '/imports/:id',
    roles: ['COORDINATOR'],
    areas: ['console-imports'],
    load: () => import('./import.js'),
  }),
];
