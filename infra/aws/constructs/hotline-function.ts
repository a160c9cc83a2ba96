import type { Duration } from 'aws-cdk-lib';
import { Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundle } from '../bundle/bundle.ts';
import type { Retention } from '../retention.ts';

export type HotlineFunctionProps = {
  /** The file in functions/, without its ending. */
  entry: string;
  description: string;
  timeout: Duration;
  environment: Record<string, string>;
  /** All it may do, but for writing its own log, and its traces where those are wanted. */
  may: PolicyStatement[];
  keeping: Retention;
  tracing: boolean;
  /** At most so many at once; as many as the account allows when unset. */
  atOnce?: number | undefined;
};

/** One entry point on Lambda with a role and a log of its own. */
export class HotlineFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: HotlineFunctionProps) {
    super(scope, id);
    const { keeping, tracing, atOnce } = props;
    this.logGroup = new LogGroup(this, 'Log', {
      retention: keeping.logs,
      removalPolicy: keeping.removalPolicy,
      ...(keeping.key && { encryptionKey: keeping.key }),
    });
    const writeLog = new PolicyStatement({
      sid: 'WriteLog',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.logGroup.logGroupArn],
    });
    const statements = [...props.may, writeLog, ...(tracing ? [writeTraces()] : [])];
    // In the role itself: it may do everything from the moment it exists, whatever waits for it.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { May: new PolicyDocument({ statements }) },
    });
    if (tracing)
      Validations.of(role).acknowledge({
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray has no resources to name: a trace may be written or not.',
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
      logGroup: this.logGroup,
      // Nobody adds to it: what it may do stands above and nowhere else.
      role: role.withoutPolicyUpdates(),
      tracing: tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      ...(atOnce !== undefined && { reservedConcurrentExecutions: atOnce }),
      // Who calls without waiting (the rule) calls again in a minute anyway.
      retryAttempts: 0,
    });
  }
}

const writeTraces = (): PolicyStatement =>
  new PolicyStatement({
    sid: 'WriteTraces',
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    resources: ['*'],
  });
