import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Retention } from '../retention.ts';

/**
 * Twilio's credentials, to be filled in by hand after the first deployment. Until then the token is random, so that
 * nobody can sign a webhook, and the empty account keeps every function from starting, with a line that says so.
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
      reason: "Twilio makes its tokens, in Twilio's console; AWS cannot rotate them by itself.",
    });
    this.arn = secret.secretArn;
  }

  allowsReading(): PolicyStatement {
    return new PolicyStatement({
      sid: 'ReadCarrierSecret',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [this.arn],
    });
  }
}
