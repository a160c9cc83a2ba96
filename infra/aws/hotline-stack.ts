import {
  CfnCondition,
  CfnOutput,
  CfnParameter,
  Duration,
  Fn,
  Stack,
  type StackProps,
  Validations,
} from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as RuleTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { CarrierSecret } from './carrier-secret.ts';
import { HotlineFunction, type HotlineFunctionProps } from './hotline-function.ts';
import { HotlineTable } from './hotline-table.ts';
import { StreamSource } from './stream-source.ts';
import { Webhooks } from './webhooks.ts';

/** The hotline on AWS: table, webhooks, stream, minute. What each function may do is written where it is made. */
export class HotlineStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const hotlineNumber = this.#hotlineNumber();
    const webhooks = new Webhooks(this, 'Webhooks');
    const publicUrl = this.#publicUrl(webhooks.url);
    const table = new HotlineTable(this, 'Hotline');
    const secret = new CarrierSecret(this, 'Carrier');
    const stream = new StreamSource(this, 'Stream', table);

    const environment = {
      TABLE_NAME: table.table.tableName,
      PUBLIC_URL: publicUrl,
      HOTLINE_NUMBER: hotlineNumber,
      TWILIO_SECRET_ARN: secret.arn,
    };
    const make = (id: string, given: Omit<HotlineFunctionProps, 'environment'>) =>
      new HotlineFunction(this, id, {
        ...given,
        environment,
        may: [...given.may, secret.allowsReading()],
      });

    const receiveSms = make('ReceiveSms', {
      entry: 'receive-sms',
      description: 'Answers texts',
      // The carrier waits 15 s (FACTS §6).
      timeout: Duration.seconds(14),
      may: table.allows({
        read: ['GetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['due'],
      }),
    });
    const receiveStatus = make('ReceiveStatus', {
      entry: 'receive-status',
      description: 'Hears what became of messages',
      timeout: Duration.seconds(14),
      may: table.allows({ read: ['GetItem'], write: ['PutItem', 'UpdateItem'], query: [] }),
    });
    const sendOutbox = make('SendOutbox', {
      entry: 'send-outbox',
      description: 'Does at once what was just written and is due: messages first of all',
      timeout: Duration.minutes(5),
      may: [
        ...table.allows({
          read: ['GetItem', 'Query'],
          write: ['PutItem', 'UpdateItem'],
          query: ['donors', 'roster'],
        }),
        ...stream.allows(),
      ],
    });
    const runDueSteps = make('RunDueSteps', {
      entry: 'run-due-steps',
      description: 'Every minute: does whatever is due',
      timeout: Duration.minutes(5),
      may: table.allows({
        read: ['GetItem', 'Query'],
        write: ['PutItem', 'UpdateItem'],
        query: ['donors', 'roster', 'due'],
      }),
    });
    Validations.of(sendOutbox).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::<HotlineTable1FAC382A.Arn>/stream/*]',
      reason: "ListStreams is allowed on a table's streams as a whole: this table's, no other's.",
    });

    const signed =
      "The carrier cannot log in: each call carries Twilio's signature, checked first.";
    webhooks.route(HttpMethod.POST, '/twilio/sms', receiveSms.lambda, signed);
    webhooks.route(HttpMethod.POST, '/twilio/status', receiveStatus.lambda, signed);
    const open = 'Says only whether the hotline can reach its table; for whoever watches it.';
    webhooks.route(HttpMethod.GET, '/health', receiveSms.lambda, open);
    stream.feeds(sendOutbox.lambda);
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new RuleTarget(runDueSteps.lambda, { retryAttempts: 0 })],
    });

    this.#output(
      'CarrierIncomingSms',
      `${publicUrl}/twilio/sms`,
      'Twilio: A message comes in (POST)',
    );
    this.#output(
      'CarrierMessageStatus',
      `${publicUrl}/twilio/status`,
      'Set with each message sent',
    );
    this.#output('HealthUrl', `${publicUrl}/health`, '200 when the table can be reached');
    this.#output('SecretToFill', secret.arn, 'Fill in TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN');
    this.#output('TableName', table.table.tableName, "For the operator's commands");
  }

  /** Asked for by the first deployment, kept by the next ones: no placeholder is ever deployed. */
  #hotlineNumber(): string {
    return new CfnParameter(this, 'HotlineNumber', {
      description: 'The number people text and call, E.164',
      allowedPattern: '^\\+[1-9][0-9]{6,14}$',
      constraintDescription: 'must be a phone number like +915320000000 (E.164)',
    }).valueAsString;
  }

  /** The API's own URL, unless the group has put a name of its own in front of it. */
  #publicUrl(apiUrl: string): string {
    const own = new CfnParameter(this, 'PublicUrl', {
      description: "The base URL given to the carrier; empty: the API's own",
      default: '',
      allowedPattern: '^(https://[a-zA-Z0-9.-]+)?$',
      constraintDescription: 'must be like https://hotline.example.org, without a slash at the end',
    });
    const isGiven = new CfnCondition(this, 'HasPublicUrl', {
      expression: Fn.conditionNot(Fn.conditionEquals(own.valueAsString, '')),
    });
    return Fn.conditionIf(isGiven.logicalId, own.valueAsString, apiUrl).toString();
  }

  #output(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}
