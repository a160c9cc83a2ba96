import { type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** One key for all that the stack stores, renewed every year by AWS. */
export class CustomerKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, removalPolicy: RemovalPolicy) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: `Mitra Hotline: table, secret, queue, logs and alarms of ${Stack.of(this).stackName}`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.#serves('logs', { region: true, within: 'log-group:*' });
    // Alarms could not be published to a topic under AWS's own key, only under this (SNS developer guide).
    this.#serves('cloudwatch', { region: false, within: undefined });
  }

  /** What whoever reads and writes the table, the secret or the queue needs, through those services only. */
  allowsUse(): PolicyStatement {
    const { region } = Stack.of(this);
    return new PolicyStatement({
      sid: 'UseCustomerKey',
      actions: [
        'Decrypt',
        'DescribeKey',
        'Encrypt',
        'GenerateDataKey',
        'ReEncryptFrom',
        'ReEncryptTo',
      ].map((action) => `kms:${action}`),
      resources: [this.key.keyArn],
      conditions: {
        StringEquals: {
          'kms:ViaService': ['dynamodb', 'secretsmanager', 'sqs'].map(
            (s) => `${s}.${region}.amazonaws.com`,
          ),
        },
      },
    });
  }

  /** In a key's policy the resource `*` is this key (KMS developer guide). */
  #serves(service: string, of: { region: boolean; within: string | undefined }): void {
    const { region, account, partition } = Stack.of(this);
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: `Serve${service}`,
        principals: [
          new ServicePrincipal(`${service}${of.region ? `.${region}` : ''}.amazonaws.com`),
        ],
        actions: of.within
          ? [
              'kms:Decrypt',
              'kms:DescribeKey',
              'kms:Encrypt',
              'kms:GenerateDataKey*',
              'kms:ReEncrypt*',
            ]
          : ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: of.within
          ? {
              ArnLike: {
                'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:${of.within}`,
              },
            }
          : { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}
