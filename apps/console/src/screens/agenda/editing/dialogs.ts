import { lazy } from 'react';

// What is written is fetched when somebody begins to write: whoever only reads does without it.

export const PlanDialog = lazy(async () => ({
  default: (await import('./plan-dialog.js')).PlanDialog,
}));

export const ItemDialog = lazy(async () => ({
  default: (await import('./item-dialog.js')).ItemDialog,
}));

export const BudgetLineDialog = lazy(async () => ({
  default: (await import('./budget-line-dialog.js')).BudgetLineDialog,
}));

export const InvolvementDialog = lazy(async () => ({
  default: (await import('./involvement-dialog.js')).InvolvementDialog,
}));

export const NewCommitment = lazy(async () => ({
  default: (await import('./new-commitment.js')).NewCommitment,
}));

export const ReportSettings = lazy(async () => ({
  default: (await import('./report-settings.js')).ReportSettings,
}));
