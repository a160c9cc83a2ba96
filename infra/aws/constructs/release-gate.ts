import { createHash } from 'node:crypto';
import { CfnResource, CustomResource, Duration, Lazy, Stack, Validations } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import {
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
} from 'aws-cdk-lib/aws-codedeploy';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Retention } from '../retention.ts';
import { HotlineFunction, type ReleasedFunction } from './hotline-function.ts';

type ReleaseGateProps = {
  functions: Record<string, ReleasedFunction>;
  release: string;
  retention: Retention;
  tracing: boolean;
};

/** Eight functions that start one after the other. */
const patience = Duration.minutes(3);

/** A function, and the alarms that take a new version back. */
export type Canary = { of: ReleasedFunction; alarms: Alarm[] };

/**
 * What a version passes before it takes traffic (docs/adr/0031). Each function is started once; if one does not start,
 * CloudFormation takes the whole deployment back before any alias has moved.
 */
export class ReleaseGate extends Construct {
  constructor(scope: Construct, id: string, props: ReleaseGateProps) {
    super(scope, id);
    const { release, retention, tracing } = props;
    const functions = Object.values(props.functions);
    const arns = functions.map(({ lambda }) => lambda.functionArn);
    const smokeTest = new HotlineFunction(this, 'Test', {
      entry: 'smoke-test',
      description: 'Starts each function of a release before it takes traffic',
      timeout: patience,
      environment: { RELEASE: release },
      grants: [
        new PolicyStatement({
          sid: 'StartFunctions',
          actions: ['lambda:InvokeFunction', 'lambda:GetAlias'],
          resources: arns,
        }),
      ],
      retention,
      tracing,
    });
    const check = new CustomResource(this, 'Check', {
      resourceType: 'Custom::SmokeTest',
      serviceToken: smokeTest.lambda.functionArn,
      serviceTimeout: patience.plus(Duration.minutes(1)),
      properties: { functions: functions.map(({ lambda }) => lambda.functionName) },
    });
    const versions = functions.map(({ lambda }) => lambda.currentVersion);
    check.node.addDependency(...versions);
    nameAfter(childOf(check), versions.map(childOf));
    for (const { live } of functions) childOf(live).addResourceDependency(childOf(check));
  }

  /** Gives a new version a tenth of the traffic for five minutes. An alarm takes it back. */
  addCanaries(canaries: readonly Canary[]): void {
    const application = new LambdaApplication(this, 'Application');
    const role = this.createRole(canaries.map(({ of }) => of));
    for (const { of, alarms } of canaries)
      new LambdaDeploymentGroup(this, `${of.node.id}Canary`, {
        application,
        alias: of.live,
        deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
        alarms,
        autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
        // Its own policy is the complete list: AWS's managed one covers every function of the account.
        role: role.withoutPolicyUpdates(),
      });
  }

  private createRole(functions: readonly ReleasedFunction[]): Role {
    const statements = [
      new PolicyStatement({
        sid: 'MoveAliases',
        actions: ['GetAlias', 'UpdateAlias', 'GetProvisionedConcurrencyConfig'].map(
          (action) => `lambda:${action}`,
        ),
        // The actions name the function, or its alias.
        resources: functions.flatMap(({ lambda, live }) => [
          lambda.functionArn,
          `${lambda.functionArn}:${live.aliasName}`,
        ]),
      }),
      new PolicyStatement({
        sid: 'ReadAlarms',
        actions: ['cloudwatch:DescribeAlarms'],
        resources: ['*'],
      }),
    ];
    const role = new Role(this, 'CanaryRole', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
      inlinePolicies: { May: new PolicyDocument({ statements }) },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'CodeDeploy lists the alarms that it looks at; it changes none.',
    });
    return role;
  }
}

/**
 * A new release has a new check, and CloudFormation deletes the check before. So a deployment that is taken back asks
 * nothing: it deletes what it made.
 */
const nameAfter = (check: CfnResource, versions: readonly CfnResource[]): void => {
  const stack = Stack.of(check);
  const before = stack.getLogicalId(check);
  check.overrideLogicalId(
    Lazy.uncachedString({
      produce: () => {
        const ids = versions.map(({ logicalId }) => stack.resolve(logicalId));
        return before + createHash('sha256').update(ids.join()).digest('hex').slice(0, 16);
      },
    }),
  );
};

const childOf = (construct: Construct): CfnResource => {
  const { defaultChild } = construct.node;
  if (defaultChild instanceof CfnResource) return defaultChild;
  throw new Error(`${construct.node.path} is no resource`);
};
