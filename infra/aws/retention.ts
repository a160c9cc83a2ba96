import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Stage } from './deployment.ts';

/** How whatever holds data is kept: for how long, and under whose key. */
export type Retention = {
  /** Nor can it be deleted by mistake. */
  outlivesTheStack: boolean;
  removalPolicy: RemovalPolicy;
  logs: RetentionDays;
  /** The group's own; AWS's otherwise. */
  key?: IKey;
};

/** Logs are kept a year by law where people are real (FACTS §4, DPDP Rules). */
export const retentionOf = (stage: Stage, key: IKey | undefined): Retention => ({
  outlivesTheStack: stage === 'prod',
  removalPolicy: stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  logs: stage === 'prod' ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH,
  ...(key && { key }),
});
