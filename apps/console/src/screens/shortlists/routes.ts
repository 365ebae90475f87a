import { screen } from '../../frame/screen-route.js';

const areas = ['console-shortlists', 'console-needs'] as const;

export const SHORTLIST_ROUTES = [
  screen({
    path: '/shortlists',
    roles: ['ORGANIZER'],
    areas,
    load: () => import('./shortlists.js'),
    menu: 'shortlists',
  }),
  screen({
    path: '/shortlists/:id',
    roles: ['ORGANIZER'],
    areas: [...areas, 'console-introductions'],
    load: () => import('./shortlist.js'),
  }),
  screen({
    path: '/shared-shortlists/:id',
    roles: ['ORGANIZER'],
    areas,
    load: () => import('./shared-shortlist.js'),
  }),
];
