import { type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** One KMS key for all stored data of the stack. AWS rotates it every year. */
export class CustomerKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, removalPolicy: RemovalPolicy) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: `Mitra Hotline: table, secret, queue, logs and alarms of ${Stack.of(this).stackName}`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.#allowService('logs', { isRegional: true, resource: 'log-group:*' });
    // CloudWatch cannot publish alarms to a topic under AWS's own key, only under this one (SNS developer guide).
    this.#allowService('cloudwatch', { isRegional: false, resource: undefined });
  }

  /** Permission to use the key through the table, the secret and the queue, and through no other service. */
  grantUse(): PolicyStatement {
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

  /** In a key's own policy the resource `*` means this key (KMS developer guide). */
  #allowService(
    service: string,
    { isRegional, resource }: { isRegional: boolean; resource: string | undefined },
  ): void {
    const { region, account, partition } = Stack.of(this);
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: `Serve${service}`,
        principals: [
          new ServicePrincipal(`${service}${isRegional ? `.${region}` : ''}.amazonaws.com`),
        ],
        actions: resource
          ? [
              'kms:Decrypt',
              'kms:DescribeKey',
              'kms:Encrypt',
              'kms:GenerateDataKey*',
              'kms:ReEncrypt*',
            ]
          : ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: resource
          ? {
              ArnLike: {
                'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:${resource}`,
              },
            }
          : { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}
