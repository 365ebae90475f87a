/** Seconds that a file may take to arrive: 50 MB on a line of 2 Mbit/s. */
export const UPLOAD_SECONDS = 300;
