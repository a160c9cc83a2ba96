import { CfnOutput, type Stack } from 'aws-cdk-lib';
import { type CarrierChoice, whatsAppCarrierIn } from '#functions/carriers/chosen-carriers.ts';
import { type CarrierName, carrierDefinitions } from '#functions/carriers/registry.ts';
import {
  callPath,
  statusPath,
  textFallbackPath,
  textPath,
} from '#functions/http/webhooks/webhook-paths.ts';
import type { CarrierDefinition } from '#functions/ports/carrier-definition.ts';
import { requiredSecretsOf } from './constructs/carrier-secret.ts';

/** The values of the outputs. */
export type OutputSources = {
  publicUrl: string;
  carriers: CarrierChoice;
  /** The secret of each carrier, that of texts first. */
  secrets: { name: CarrierName; arn: string }[];
  tableName: string;
  failedBatchesQueue: string;
  dashboard: string;
};

/** What the operator writes there stands in the carrier's secret. */
const secretEnd = ({ hasPathSecret }: CarrierDefinition): string =>
  hasPathSecret ? '/WEBHOOK_SECRET' : '';

/** Adds what a deployment prints, in this order: first the URLs to paste into the carrier's console. */
export const addOutputs = (stack: Stack, sources: OutputSources): void => {
  const { publicUrl, carriers } = sources;
  const texts: CarrierDefinition = carrierDefinitions[carriers.texts];
  const calls: CarrierDefinition = carrierDefinitions[carriers.calls];
  const describe = ({ title }: CarrierDefinition, setting: string): string =>
    `${title}: ${setting}`;
  const outputs: [id: string, value: string, description: string][] = [
    [
      'CarrierIncomingSms',
      `${publicUrl}${texts.path}${textPath}${secretEnd(texts)}${texts.overrides.messages}`,
      describe(texts, texts.console.texts),
    ],
    ...(texts.hasPathSecret
      ? []
      : [
          [
            'CarrierSmsFallback',
            `${publicUrl}${texts.path}${textFallbackPath}${texts.overrides.messages}`,
            describe(texts, texts.console.textFallback),
          ] satisfies [string, string, string],
        ]),
    [
      'CarrierIncomingCall',
      `${publicUrl}${calls.path}${callPath}${calls.overrides.calls}`,
      describe(calls, calls.console.calls),
    ],
    [
      'CarrierCallFallback',
      `${publicUrl}${calls.path}${callPath}/fallback${calls.overrides.calls}`,
      describe(calls, calls.console.callFallback),
    ],
    [
      'CarrierStatus',
      `${publicUrl}${calls.path}${statusPath}${calls.overrides.messages}`,
      describe(calls, calls.console.status),
    ],
    [
      'HealthUrl',
      `${publicUrl}/health`,
      '200 when the table can be reached and nothing is overdue, 503 otherwise; monitor it from outside',
    ],
    ...whatsAppOutputs(sources),
    ...sources.secrets.map(({ name, arn }): [string, string, string] => [
      secretOutputOf(name, carriers),
      arn,
      `Fill in ${requiredSecretsOf(carrierDefinitions[name]).join(' and ')}`,
    ]),
    ['TableName', sources.tableName, "For the operator's commands"],
    ['FailedBatchesQueue', sources.failedBatchesQueue, 'Stream batches that failed every retry'],
    ['DashboardName', sources.dashboard, 'In CloudWatch, Dashboards'],
  ];
  for (const [id, value, description] of outputs) new CfnOutput(stack, id, { value, description });
};

const secretOutputOf = (name: CarrierName, { texts, calls }: CarrierChoice): string => {
  if (name === texts) return 'SecretToFill';
  return name === calls ? 'SecretOfCallsToFill' : 'SecretOfWhatsAppToFill';
};

/** For the console of a carrier that is chosen for WhatsApp beside that of texts. */
const whatsAppOutputs = ({
  publicUrl,
  carriers,
}: OutputSources): [id: string, value: string, description: string][] => {
  const name = whatsAppCarrierIn(carriers);
  if (name === undefined || name === carriers.texts) return [];
  const { path, title, overrides }: CarrierDefinition = carrierDefinitions[name];
  const ids = [
    ['CarrierIncomingWhatsApp', textPath, 'a message comes in'],
    ['CarrierWhatsAppFallback', textFallbackPath, 'the primary handler fails'],
    ['CarrierWhatsAppStatus', statusPath, 'status callback'],
  ] as const;
  return ids.map(([id, below, setting]) => [
    id,
    publicUrl + path + below + overrides.messages,
    `${title}: of the WhatsApp sender, ${setting} (POST)`,
  ]);
};
