import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as RuleTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { CarrierSecret } from './carrier-secret.ts';
import { HotlineFunction, type HotlineFunctionProps } from './hotline-function.ts';
import { HotlineTable } from './hotline-table.ts';
import { hotlineNumberOf, missedCallNumberOf, publicUrlOf } from './stack-parameters.ts';
import { StreamSource } from './stream-source.ts';
import { Webhooks } from './webhooks.ts';

/** Every webhook of a call (functions/edge/voice-app.ts). */
const voicePaths = ['', '/heard', '/fallback', '/leg', '/leg/heard'].map(
  (path) => `/twilio/voice${path}`,
);

/** The hotline on AWS: table, webhooks, stream, minute. What each function may do is written where it is made. */
export class HotlineStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const hotlineNumber = hotlineNumberOf(this);
    const missedCallNumber = missedCallNumberOf(this);
    const webhooks = new Webhooks(this, 'Webhooks');
    const publicUrl = publicUrlOf(this, webhooks.url);
    const table = new HotlineTable(this, 'Hotline');
    const secret = new CarrierSecret(this, 'Carrier');
    const stream = new StreamSource(this, 'Stream', table);

    const environment = {
      TABLE_NAME: table.table.tableName,
      PUBLIC_URL: publicUrl,
      HOTLINE_NUMBER: hotlineNumber,
      MISSED_CALL_NUMBER: missedCallNumber,
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
    const receiveCall = make('ReceiveCall', {
      entry: 'receive-call',
      description: 'Answers calls, key by key',
      timeout: Duration.seconds(14),
      may: table.allows({
        read: ['GetItem', 'Query'],
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
        query: ['due', 'roster'],
      }),
    });
    const website = make('Website', {
      entry: 'website',
      description: 'Lets coordinators, and the carrier, hear what callers have said',
      timeout: Duration.seconds(14),
      may: table.allows({ read: ['GetItem'], write: ['PutItem', 'UpdateItem'], query: [] }),
    });
    const receiveStatus = make('ReceiveStatus', {
      entry: 'receive-status',
      description: 'Hears what became of messages and calls',
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
          write: ['PutItem', 'UpdateItem', 'DeleteItem'],
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
        write: ['PutItem', 'UpdateItem', 'DeleteItem'],
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
    for (const path of voicePaths)
      webhooks.route(HttpMethod.POST, path, receiveCall.lambda, signed);
    webhooks.route(HttpMethod.POST, '/twilio/status', receiveStatus.lambda, signed);
    const coordinators =
      'Opens to a coordinator by a number texted to their phone, and to the carrier by a sealed link.';
    webhooks.route(HttpMethod.GET, '/recordings/{id}', website.lambda, coordinators);
    webhooks.route(HttpMethod.POST, '/recordings/{id}', website.lambda, coordinators);
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
      'CarrierIncomingCall',
      `${publicUrl}/twilio/voice`,
      'Twilio: A call comes in (POST), on both numbers',
    );
    this.#output(
      'CarrierCallFallback',
      `${publicUrl}/twilio/voice/fallback`,
      'Twilio: Primary handler fails (POST)',
    );
    this.#output(
      'CarrierStatus',
      `${publicUrl}/twilio/status`,
      'Twilio: Call status changes (POST); messages bring it with them',
    );
    this.#output('HealthUrl', `${publicUrl}/health`, '200 when the table can be reached');
    this.#output('SecretToFill', secret.arn, 'Fill in TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN');
    this.#output('TableName', table.table.tableName, "For the operator's commands");
  }

  #output(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}
