/** How she is told of an ask: by mail, by a call of her desk, or by a short message through the gateway. */
export const ASK_CHANNELS = ['mail', 'telephone', 'message'] as const;
export type AskChannel = (typeof ASK_CHANNELS)[number];
