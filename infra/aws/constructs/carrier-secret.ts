import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Retention } from '../retention.ts';

/**
 * Twilio's credentials, which the operator fills in after the first deployment. Until then the token is random, so that
 * no webhook can have a valid signature. No function starts with an empty account SID; its log names the reason.
 */
export class CarrierSecret extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { key, removalPolicy }: Retention) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description: 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN of Mitra Hotline',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ TWILIO_ACCOUNT_SID: '' }),
        generateStringKey: 'TWILIO_AUTH_TOKEN',
      },
      removalPolicy,
      ...(key && { encryptionKey: key }),
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: "Tokens are created in Twilio's console; AWS cannot rotate them.",
    });
    this.arn = secret.secretArn;
  }

  grantRead(): PolicyStatement {
    return new PolicyStatement({
      sid: 'ReadCarrierSecret',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [this.arn],
    });
  }
}
