import { Option } from 'commander';

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** The option of every command that prints a list. */
export const formatOption = (): Option =>
  new Option('--format <format>', 'output format').choices(FORMATS).default('table');
