import { Duration, Fn, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundle } from '../bundle/bundle.ts';
import type { Retention } from '../retention.ts';

export type HotlineFunctionProps = {
  /** The file in functions/, without `.ts`. */
  entry: string;
  /** Whose settings it carries; unset: hotline.config.json. */
  group?: string | undefined;
  description: string;
  timeout: Duration;
  environment: Record<string, string>;
  /** All its permissions, except those to write its own log and, with `tracing`, its traces. */
  grants: PolicyStatement[];
  retention: Retention;
  tracing: boolean;
  /** The most concurrent instances; unset: as many as the account allows. */
  reservedConcurrency?: number | undefined;
};

/** One entry point as a Lambda function, with a role and a log group of its own. */
export class HotlineFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: HotlineFunctionProps) {
    super(scope, id);
    const { retention, tracing, reservedConcurrency } = props;
    this.logGroup = new LogGroup(this, 'Log', {
      retention: retention.logRetention,
      removalPolicy: retention.removalPolicy,
      ...(retention.key && { encryptionKey: retention.key }),
    });
    const writeLog = new PolicyStatement({
      sid: 'WriteLog',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.logGroup.logGroupArn],
    });
    const statements = [...props.grants, writeLog, ...(tracing ? [writeTraces()] : [])];
    // Inline policies: the role has all its permissions from the moment it exists.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { May: new PolicyDocument({ statements }) },
    });
    if (tracing)
      Validations.of(role).acknowledge({
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'X-Ray has no resource-level permissions for writing traces.',
      });
    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: bundle(props.entry, props.group),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: props.timeout,
      environment: props.environment,
      logGroup: this.logGroup,
      // Constructs cannot add permissions to the role: `grants` is the complete list.
      role: role.withoutPolicyUpdates(),
      tracing: tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      ...(reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: reservedConcurrency,
      }),
      currentVersionOptions: {
        // A version is made from code and settings. CDK makes a new one when the template changes; a parameter changes
        // without it, and its value stands here: a new description is a new version.
        description: Fn.join(' ', changingValuesOf(props.environment)),
        // The version before is one command away (docs/operate.md, step 8).
        removalPolicy: RemovalPolicy.RETAIN,
      },
    });
  }
}

/** The name of the version that takes traffic. */
export const liveName = 'live';

/** A function whose callers call the alias `live`: a version takes traffic after its checks (constructs/release-gate.ts). */
export class ReleasedFunction extends HotlineFunction {
  readonly live: Alias;

  constructor(scope: Construct, id: string, props: HotlineFunctionProps) {
    super(scope, id, props);
    this.live = new Alias(this, 'Live', {
      aliasName: liveName,
      version: this.lambda.currentVersion,
      // The only asynchronous callers are rules, which call again anyway. Without an age, throttled events wait for six
      // hours and then run all at once (docs/facts.md#aws).
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    });
  }
}

/** Values that a deployment can change while code and template stay; together under the 256 letters of a description. */
const changingValuesOf = (environment: Record<string, string>): string[] =>
  ['RELEASE', 'HOTLINE_NUMBER', 'MISSED_CALL_NUMBER', 'ALARM_PHONE', 'PUBLIC_URL'].flatMap(
    (name) => environment[name] ?? [],
  );

const writeTraces = (): PolicyStatement =>
  new PolicyStatement({
    sid: 'WriteTraces',
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    resources: ['*'],
  });
