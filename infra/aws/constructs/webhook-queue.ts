import { Duration, Validations } from 'aws-cdk-lib';
import {
  HttpConnectionType,
  HttpIntegrationSubtype,
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  IntegrationCredentials,
  ParameterMapping,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Retention } from '../retention.ts';

/** Longer than its function runs. */
const visibility = Duration.seconds(90);
/** A webhook stays a day, as a text does in the carrier's list (docs/adr/0025). */
const mostTries = Duration.days(1).toSeconds() / visibility.toSeconds();
/** A new account runs ten functions at once: the queue never takes the room of a text that waits for its reply. */
const atOnce = 2;

/**
 * A queue that API Gateway fills itself, for a webhook that needs no reply: no code of ours must run to take it. Its
 * function checks the signature (functions/http/process-queue.ts).
 */
export class WebhookQueue extends Construct {
  readonly queue: Queue;
  /** Webhooks that failed for a day. */
  readonly failed: Queue;
  private readonly role: Role;

  constructor(scope: Construct, id: string, { retention }: { retention: Retention }) {
    super(scope, id);
    const { key } = retention;
    const props: QueueProps = {
      ...(key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    };
    this.failed = new Queue(this, 'Failed', props);
    this.queue = new Queue(this, 'Queue', {
      ...props,
      visibilityTimeout: visibility,
      deadLetterQueue: { queue: this.failed, maxReceiveCount: mostTries },
    });
    const statements = [
      new PolicyStatement({
        sid: 'QueueWebhooks',
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
      }),
      ...(key
        ? [
            new PolicyStatement({
              sid: 'UseKey',
              actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
              resources: [key.keyArn],
            }),
          ]
        : []),
    ];
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      inlinePolicies: { May: new PolicyDocument({ statements }) },
    });
    Validations.of(this.failed).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is itself the dead letter queue of the webhooks.',
    });
  }

  /** Policy statements for the function that handles the queue. */
  grant(): PolicyStatement[] {
    return [
      new PolicyStatement({
        sid: 'TakeQueuedWebhooks',
        actions: ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((a) => `sqs:${a}`),
        resources: [this.queue.queueArn],
      }),
    ];
  }

  addTarget(target: IFunction): void {
    new EventSourceMapping(this, 'Mapping', {
      target,
      eventSourceArn: this.queue.queueArn,
      batchSize: 10,
      maxConcurrency: atOnce,
      reportBatchItemFailures: true,
    });
  }

  /**
   * Puts the request's form into the queue, with what the signature covers: the path, its one query parameter, if
   * any, and the header. A request without the header is refused by SQS, which takes no empty attribute.
   */
  integration(
    path: string,
    { signatureHeader, query }: { signatureHeader: string; query?: string },
  ): HttpRouteIntegration {
    const search = query === undefined ? '' : `?${query}=\${request.querystring.${query}}`;
    return new QueueIntegration(this.node.path, {
      type: HttpIntegrationType.AWS_PROXY,
      subtype: HttpIntegrationSubtype.SQS_SEND_MESSAGE,
      payloadFormatVersion: PayloadFormatVersion.VERSION_1_0,
      connectionType: HttpConnectionType.INTERNET,
      credentials: IntegrationCredentials.fromRole(this.role),
      parameterMapping: new ParameterMapping()
        .custom('QueueUrl', this.queue.queueUrl)
        .custom('MessageBody', '$request.body')
        .custom(
          'MessageAttributes',
          JSON.stringify({
            path: { DataType: 'String', StringValue: path + search },
            signature: {
              DataType: 'String',
              StringValue: `\${request.header.${signatureHeader.toLowerCase()}}`,
            },
          }),
        ),
    });
  }
}

class QueueIntegration extends HttpRouteIntegration {
  private readonly config: HttpRouteIntegrationConfig;

  constructor(id: string, config: HttpRouteIntegrationConfig) {
    super(id);
    this.config = config;
  }

  bind(): HttpRouteIntegrationConfig {
    return this.config;
  }
}
