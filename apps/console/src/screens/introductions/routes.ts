import { screen } from '../../frame/screen-route.js';

const roles = ['ORGANIZER'] as const;

export const INTRODUCTION_ROUTES = [
  screen({
    path: '/introductions',
    roles,
    areas: ['console-introductions'],
    load: () => import('./introductions.js'),
    menu: 'introductions',
  }),
  screen({
    path: '/introductions/:id',
    roles,
    areas: ['console-introductions', 'console-terms'],
    load: () => import('./introduction.js'),
  }),
  screen({
    path: '/needs/:id/terms',
    roles,
    areas: ['console-terms'],
    load: () => import('./terms-editor.js'),
  }),
];
