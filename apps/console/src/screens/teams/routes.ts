import { screen } from '../../frame/screen-route.js';

export const TEAM_ROUTES = [
  screen({
    path: '/needs/:id/team',
    roles: ['ORGANIZER'],
    areas: ['console-teams', 'console-needs'],
    load: () => import('./team-builder.js'),
  }),
];
