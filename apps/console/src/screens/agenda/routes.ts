import { screen } from '../../frame/screen-route.js';

const areas = ['console-agenda'] as const;
/** Civil society owes answers and reads plans with the ordinary account of an organizer. */
const roles = ['FOCAL_POINT', 'ORGANIZER'] as const;

export const AGENDA_ROUTES = [
  screen({ path: '/owing', roles, areas, load: () => import('./owing.js'), menu: 'owing' }),
  screen({ path: '/plans', roles, areas, load: () => import('./plans.js'), menu: 'plans' }),
  screen({ path: '/plans/:id', roles, areas, load: () => import('./plan.js') }),
  screen({
    path: '/wps-reports',
    roles,
    areas,
    load: () => import('./reports.js'),
    menu: 'wpsReports',
  }),
  screen({ path: '/wps-reports/:id', roles, areas, load: () => import('./report.js') }),
  screen({
    path: '/wps-lessons',
    roles,
    areas,
    load: () => import('./lessons.js'),
    menu: 'wpsLessons',
  }),
  screen({
    path: '/analyses',
    roles,
    areas,
    load: () => import('./analyses.js'),
    menu: 'analyses',
  }),
  screen({
    path: '/region',
    roles: ['FOCAL_POINT'],
    areas,
    load: () => import('./region.js'),
    menu: 'region',
  }),
  screen({
    path: '/meetings',
    roles: ['FOCAL_POINT', 'ADMINISTRATOR'],
    areas: ['console-agenda', 'console-offices'],
    load: () => import('./meetings.js'),
    menu: 'meetings',
  }),
  screen({
    path: '/offices',
    roles: ['FOCAL_POINT', 'ADMINISTRATOR'],
    areas: ['console-agenda', 'console-offices'],
    load: () => import('./offices.js'),
    menu: 'offices',
  }),
  screen({
    path: '/focal-points',
    roles: ['FOCAL_POINT', 'ORGANIZER', 'ADMINISTRATOR'],
    areas: ['console-agenda', 'console-offices'],
    load: () => import('./focal-points.js'),
    menu: 'focalPoints',
  }),
  screen({
    path: '/indicators',
    roles: ['FOCAL_POINT'],
    areas,
    load: () => import('./indicators.js'),
    menu: 'indicators',
  }),
];
