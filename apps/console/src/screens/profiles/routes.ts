import { screen } from '../../frame/screen-route.js';

const roles = ['COORDINATOR'] as const;
const areas = ['console-profiles', 'console-fields'] as const;

export const PROFILE_ROUTES = [
  screen({ path: '/profiles/new', roles, areas, load: () => import('./new-profile.js') }),
  screen({ path: '/profiles/:id', roles, areas, load: () => import('./profile.js') }),
];
