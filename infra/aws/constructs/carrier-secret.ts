import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { CarrierDefinition } from '#functions/ports/carrier-definition.ts';
import type { Retention } from '../retention.ts';

/** What the operator must put into the secret. */
export const requiredSecretsOf = ({ values }: CarrierDefinition): string[] =>
  Object.entries(values).flatMap(([name, { inSecret, isRequired }]) =>
    inSecret && isRequired ? [name] : [],
  );

/**
 * A carrier's credentials, which the operator fills in after the first deployment. Until then the token is random, so
 * that no webhook can have a valid signature, and the others are empty: no function starts; its log names the reason.
 */
export class CarrierSecret extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    { carrier, retention }: { carrier: CarrierDefinition; retention: Retention },
  ) {
    super(scope, id);
    const { key, removalPolicy } = retention;
    const required = requiredSecretsOf(carrier);
    const token = required.find((name) => carrier.values[name]?.isHidden) ?? 'TOKEN';
    const empty = required.filter((name) => name !== token).map((name) => [name, '']);
    const secret = new Secret(this, 'Secret', {
      description: `${required.join(' and ')} of Mitra Hotline`,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(Object.fromEntries(empty)),
        generateStringKey: token,
      },
      removalPolicy,
      ...(key && { encryptionKey: key }),
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: `Tokens are created in ${carrier.title}'s console; AWS cannot rotate them.`,
    });
    this.arn = secret.secretArn;
  }
}

/** One statement for all of them: a policy has each Sid once. */
export const grantReadSecrets = (secrets: readonly CarrierSecret[]): PolicyStatement =>
  new PolicyStatement({
    sid: 'ReadCarrierSecret',
    actions: ['secretsmanager:GetSecretValue'],
    resources: secrets.map(({ arn }) => arn),
  });
