/** How a statement of hers reached the directory; `network` is a network's own list. */
export const CHANNELS = ['web', 'email', 'paper', 'telephone', 'in-person', 'network'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a coordinator can have heard it from her. `web` is herself, and a list is imported. */
export const HEARD_CHANNELS = ['email', 'paper', 'telephone', 'in-person'] as const;
export type HeardChannel = (typeof HEARD_CHANNELS)[number];
