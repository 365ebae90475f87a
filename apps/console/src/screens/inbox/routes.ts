import { screen } from '../../frame/screen-route.js';

export const INBOX_ROUTES = [
  screen({
    path: '/',
    roles: ['COORDINATOR', 'ORGANIZER', 'ADMINISTRATOR'],
    areas: ['console-inbox', 'console-fields', 'console-bulk'],
    load: () => import('./inbox.js'),
    menu: 'inbox',
  }),
];
