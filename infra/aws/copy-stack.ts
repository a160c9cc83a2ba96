import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import { copyVaultName, daysOfCopies } from './constructs/backup-copies.ts';
import type { Stage } from './deployment.ts';

/** Hyderabad, the other region of AWS in India: copies of people's data stay in India too. */
export const copyRegion = 'ap-south-2';

/**
 * The vault of the copies, in a stack of its own because a stack has one region. Its lock keeps every copy until its day
 * comes. The root user cannot delete one before either, once the days in which the lock can change are over.
 */
export class CopyStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    super(scope, id, props);
    new BackupVault(this, 'Vault', {
      backupVaultName: copyVaultName(props.stage),
      removalPolicy: props.stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lockConfiguration: {
        minRetention: daysOfCopies,
        // dev is deleted with its data: its lock never becomes final.
        ...(props.stage === 'prod' && { changeableFor: Duration.days(7) }),
      },
    });
  }
}
