import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Stage } from '../deployment.ts';

/** As long as point-in-time recovery; a person who has texted FORGET is in a copy until then. */
export const daysOfCopies = Duration.days(35);

/** Known to both stacks: neither can refer to the other's resources. */
export const copyVaultName = (stage: Stage): string => `mitra-hotline-${stage}-copies`;

type BackupCopiesProps = { stage: Stage; region: string; tableArn: string; topic: ITopic };

/** A backup of the table each night, with a copy in the vault of the other region (copy-stack.ts). */
export class BackupCopies extends Construct {
  constructor(scope: Construct, id: string, props: BackupCopiesProps) {
    super(scope, id);
    const { stage, region, tableArn, topic } = props;
    const { account, partition } = Stack.of(this);
    const vault = new BackupVault(this, 'Vault', {
      removalPolicy: stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const copies = BackupVault.fromBackupVaultArn(
      this,
      'Copies',
      `arn:${partition}:backup:${region}:${account}:backup-vault:${copyVaultName(stage)}`,
    );
    const rule = new BackupPlanRule({
      // Three in the night in India; it has eight hours to begin.
      scheduleExpression: Schedule.cron({ minute: '30', hour: '21' }),
      // The copy is what counts; the one beside the table is needed for it only.
      deleteAfter: Duration.days(2),
      copyActions: [{ destinationBackupVault: copies, deleteAfter: daysOfCopies }],
    });
    const plan = new BackupPlan(this, 'Plan', { backupVault: vault, backupPlanRules: [rule] });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup'),
      ],
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
      reason: "AWS's own policy for its backups: which actions a copy needs is not documented.",
    });
    plan.addSelection('Table', {
      resources: [BackupResource.fromArn(tableArn)],
      // CDK would add the same policy again.
      role: role.withoutPolicyUpdates(),
    });
    const alarm = new Alarm(this, 'NoCopy', {
      alarmDescription: `For two days no backup was copied to ${region}. Do: AWS Backup, Jobs, Copy jobs; is the vault ${copyVaultName(stage)} there, and is DynamoDB's advanced feature on in its settings?`,
      metric: new Metric({
        namespace: 'AWS/Backup',
        metricName: 'NumberOfCopyJobsCompleted',
        dimensionsMap: { ResourceType: 'DynamoDB' },
        statistic: 'Sum',
        period: Duration.days(1),
      }),
      evaluationPeriods: 2,
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
    const action = new SnsAction(topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
