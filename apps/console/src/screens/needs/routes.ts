import { screen } from '../../frame/screen-route.js';

const roles = ['ORGANIZER'] as const;
const areas = ['console-needs'] as const;

export const NEED_ROUTES = [
  screen({ path: '/needs', roles, areas, load: () => import('./needs.js'), menu: 'needs' }),
  screen({ path: '/needs/new', roles, areas, load: () => import('./need-editor.js') }),
  screen({ path: '/needs/:id/edit', roles, areas, load: () => import('./need-editor.js') }),
  screen({ path: '/needs/:id/compare', roles, areas, load: () => import('./compare.js') }),
  screen({ path: '/needs/:id', roles, areas, load: () => import('./need.js') }),
];
