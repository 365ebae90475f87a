/** Lets Node load the TypeScript of the tests and of the program, in this process and in its threads. */
import { register } from 'node:module';

register('./hooks.js', import.meta.url);
