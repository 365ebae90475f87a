import { screen } from '../../frame/screen-route.js';

const areas = ['console-members', 'console-bulk', 'console-emergency'] as const;

export const MEMBER_ROUTES = [
  screen({
    path: '/members',
    roles: ['COORDINATOR'],
    areas,
    load: () => import('./members.js'),
    menu: 'members',
  }),
  screen({
    path: '/members/invite',
    roles: ['COORDINATOR', 'ADMINISTRATOR'],
    areas,
    load: () => import('./invite.js'),
  }),
];
