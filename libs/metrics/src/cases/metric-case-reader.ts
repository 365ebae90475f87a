import type { Transaction } from '#database';
import { mediatorDays } from '#deployments';
import type { MetricPeriod } from '#engagement';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { daysInUse } from './days-in-use.js';
import { deploymentCases } from './deployment-cases.js';
import { introductionCases } from './introduction-cases.js';
import { needCases } from './need-cases.js';
import { proposalCases } from './proposal-cases.js';
import type { MetricCases, Proportions } from './scoped-case.js';

/** Reads what metrics count. Each room's SQL is in the room; here it is put together. */
@Injectable()
export class MetricCaseReader {
  constructor(private readonly vault: Vault) {}

  async cases(tx: Transaction, period: MetricPeriod): Promise<MetricCases> {
    return {
      ...(await needCases(tx, period)),
      ...(await proposalCases(tx, period)),
      ...(await introductionCases(tx, this.vault, period)),
      ...(await deploymentCases(tx, period)),
    };
  }

  /** Days deployed among days available or deployed. */
  async utilization(tx: Transaction, period: MetricPeriod): Promise<Proportions> {
    return daysInUse(await mediatorDays(tx, period));
  }
}
