/** Under which controllers are given the `ViewerSource`. */
export const VIEWERS = Symbol('ViewerSource');
