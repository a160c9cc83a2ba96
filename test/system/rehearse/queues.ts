import { randomUUID } from 'node:crypto';
import type { Json } from '../infra/synthesized.ts';
import type { DeployedTemplate, Resource } from './deployed-template.ts';
import { roleAllows } from './deployed-template.ts';
import type { LambdaService } from './lambda-service.ts';
import type { Metrics } from './metrics-and-alarms.ts';

type Message = {
  id: string;
  body: string;
  attributes: Json;
  sentAt: number;
  visibleAt: number;
  received: number;
};

type Queue = {
  arn: string;
  messages: Message[];
  send(body: string, attributes?: Json): void;
};

/** SQS: the queues of the template, and Lambda's pollers of those that have a function. */
export const createQueues = ({
  template,
  metrics,
  now,
}: {
  template: DeployedTemplate;
  metrics: Metrics;
  now: () => number;
}) => {
  const queues = new Map(
    template.of('AWS::SQS::Queue').map(({ id }) => {
      const messages: Message[] = [];
      const send: Queue['send'] = (body, attributes = {}) => {
        const at = now();
        messages.push({
          id: randomUUID(),
          body,
          attributes,
          sentAt: at,
          visibleAt: at,
          received: 0,
        });
      };
      return [id, { arn: `arn:aws:sqs:ap-south-1:111122223333:${id}`, messages, send }] as const;
    }),
  );
  const named = (reference: string): Queue => {
    const queue = queues.get(reference.split(/[:/]/).at(-1) ?? '');
    if (!queue) throw new Error(`no queue ${reference}`);
    return queue;
  };
  const sources = template
    .of('AWS::Lambda::EventSourceMapping')
    .filter(({ EventSourceArn }) => EventSourceArn.includes(':sqs:'))
    .filter(({ Enabled, EventSourceArn, FunctionName }) => {
      const { Role } = template.named(FunctionName);
      const actions = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];
      const may = actions.every((a) => roleAllows(template, Role, `sqs:${a}`, EventSourceArn));
      return may && Enabled !== false;
    })
    .map((source) => ({ ...source, underWay: 0 }));

  /** The source's next batch; a message that was received too often goes into the dead letter queue. */
  const receive = ({ EventSourceArn, BatchSize }: Resource): Message[] => {
    const { messages } = named(EventSourceArn);
    const { RedrivePolicy, VisibilityTimeout } = template.named(EventSourceArn);
    const batch: Message[] = [];
    for (const message of [...messages]) {
      if (message.visibleAt > now() || batch.length >= BatchSize) continue;
      message.received += 1;
      message.visibleAt = now() + VisibilityTimeout * 1000;
      if (message.received <= RedrivePolicy.maxReceiveCount) batch.push(message);
      else {
        messages.splice(messages.indexOf(message), 1);
        named(RedrivePolicy.deadLetterTargetArn).send(message.body, message.attributes);
      }
    }
    return batch;
  };
  const deliver = async (lambda: LambdaService, source: Resource): Promise<void> => {
    const { messages } = named(source.EventSourceArn);
    const batch = receive(source);
    if (batch.length === 0) return;
    const result = await lambda.invoke(source.FunctionName, { Records: batch.map(toRecord) });
    if (result.type !== 'answered') return;
    const failed: string[] = result.answer.batchItemFailures.map((f: Json) => f.itemIdentifier);
    for (const message of batch)
      if (!failed.includes(message.id)) messages.splice(messages.indexOf(message), 1);
  };
  const isWaiting = ({ EventSourceArn }: Resource): boolean =>
    named(EventSourceArn).messages.some(({ visibleAt }) => visibleAt <= now());

  return {
    all: queues,
    named,
    /** Queues whose messages do not come out. */
    delayed: new Set<string>(),
    /** Starts a function for each batch that is visible, as many at once as the source allows. */
    poll(lambda: LambdaService, track: (work: Promise<void>) => void): void {
      for (const source of sources) {
        if (this.delayed.has(source.EventSourceArn.split(':').at(-1))) continue;
        while (source.underWay < source.ScalingConfig.MaximumConcurrency && isWaiting(source)) {
          source.underWay += 1;
          const work = deliver(lambda, source);
          track(
            work.finally(() => {
              source.underWay -= 1;
            }),
          );
        }
      }
    },
    /** When the next message becomes visible again. */
    nextAt: (): number =>
      Math.min(
        ...sources.flatMap(({ EventSourceArn }) =>
          named(EventSourceArn).messages.map(({ visibleAt }) => visibleAt),
        ),
      ),
    /** SQS's own metrics, each minute. */
    measure(): void {
      for (const [QueueName, { messages }] of queues) {
        const add = (name: string, value: number): void =>
          metrics.add('AWS/SQS', name, { QueueName }, value, now());
        add(
          'ApproximateNumberOfMessagesVisible',
          messages.filter((m) => m.visibleAt <= now()).length,
        );
        const oldest = Math.min(now(), ...messages.map(({ sentAt }) => sentAt));
        add('ApproximateAgeOfOldestMessage', (now() - oldest) / 1000);
      }
    },
  };
};
export type Queues = ReturnType<typeof createQueues>;

/** Lambda's form of a message. */
const toRecord = ({ id, body, attributes, sentAt, received }: Message) => ({
  messageId: id,
  body,
  attributes: { SentTimestamp: String(sentAt), ApproximateReceiveCount: String(received) },
  messageAttributes: Object.fromEntries(
    Object.entries<Json>(attributes).map(([name, { DataType, StringValue }]) => [
      name,
      { dataType: DataType, stringValue: StringValue },
    ]),
  ),
});
