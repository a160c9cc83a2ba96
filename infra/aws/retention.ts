import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Stage } from './deployment.ts';

/** How long stored data is kept, and with which key it is encrypted. */
export type Retention = {
  /** Deletion protection. */
  isProtected: boolean;
  /** What prod holds stays, except that of a first deployment that failed. */
  removalPolicy: RemovalPolicy;
  logRetention: RetentionDays;
  /** The group's own key; without it AWS's. */
  key?: IKey;
};

/** The law requires logs of real people to be kept for a year (docs/facts.md#law, DPDP Rules). */
export const retentionOf = (stage: Stage, key: IKey | undefined): Retention => ({
  isProtected: stage === 'prod',
  removalPolicy:
    stage === 'prod' ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
  logRetention: stage === 'prod' ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH,
  ...(key && { key }),
});
