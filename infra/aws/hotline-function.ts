import type { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundle } from './bundle.ts';

export type HotlineFunctionProps = {
  /** The file in functions/, without its ending. */
  entry: string;
  description: string;
  timeout: Duration;
  environment: Record<string, string>;
  /** All it may do, but for writing its own log. */
  may: PolicyStatement[];
};

/** One entry point on Lambda with a role and a log of its own. */
export class HotlineFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: HotlineFunctionProps) {
    super(scope, id);
    // Kept a year by law (FACTS §4, DPDP Rules); it outlives the stack.
    const logGroup = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR });
    const writeLog = new PolicyStatement({
      sid: 'WriteLog',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    // In the role itself: it may do everything from the moment it exists, whatever waits for it.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { May: new PolicyDocument({ statements: [...props.may, writeLog] }) },
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: bundle(props.entry),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: props.timeout,
      environment: props.environment,
      logGroup,
      role,
      // Who calls without waiting (the rule) calls again in a minute anyway.
      retryAttempts: 0,
    });
  }
}
