import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { bundleOptions } from '#infra/aws/bundle/build-bundle.ts';

/*
 * The baselines for our bundles, each a whole handler: an empty one, one with the database client alone, and the usual
 * handler of a Twilio project, which imports `twilio` and `zod` and answers with the builder and the client. The first
 * two are built with our options. The usual handler is built with esbuild's defaults for Node, which CDK's
 * NodejsFunction uses too (CommonJS, not minified), and also with our options. So the effects of the code and of the
 * build can be separated.
 */
const handlers = {
  empty: 'export const handler = async () => ({ statusCode: 204 });',
  'document client': `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
    const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    export const handler = async (event) => {
      await table.send(new PutCommand({ TableName: 'requests', Item: event }));
      return table.send(new GetCommand({ TableName: 'requests', Key: { id: event.id } }));
    };`,
  'usual handler': `
    import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
    import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
    import twilio from 'twilio';
    import { z } from 'zod';
    const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const incoming = z.object({ From: z.string(), Body: z.string(), MessageSid: z.string() });
    export const handler = async (event) => {
      const form = Object.fromEntries(new URLSearchParams(event.body));
      const signature = event.headers['x-twilio-signature'];
      if (!twilio.validateRequest(process.env.TOKEN, signature, process.env.URL, form))
        return { statusCode: 403 };
      const { From, Body, MessageSid } = incoming.parse(form);
      const client = twilio(process.env.SID, process.env.TOKEN);
      await table.send(new PutCommand({ TableName: 'texts', Item: { id: MessageSid, From, Body } }));
      await table.send(new GetCommand({ TableName: 'texts', Key: { id: MessageSid } }));
      await client.messages.create({ to: From, from: process.env.NUMBER, body: Body });
      const reply = new twilio.twiml.MessagingResponse();
      reply.message('Thank you');
      return { statusCode: 200, headers: { 'content-type': 'text/xml' }, body: reply.toString() };
    };`,
} as const;

type Built = { handler: keyof typeof handlers; options: BuildOptions; ending: 'mjs' | 'cjs' };
const ours = { options: bundleOptions, ending: 'mjs' } as const;
const esbuildDefaults = {
  options: { bundle: true, platform: 'node', target: 'node24' },
  ending: 'cjs',
} as const;

const baselines = {
  empty: { handler: 'empty', ...ours },
  'document client': { handler: 'document client', ...ours },
  'usual handler': { handler: 'usual handler', ...esbuildDefaults },
  'usual, our build': { handler: 'usual handler', ...ours },
} as const satisfies Record<string, Built>;
export type Baseline = keyof typeof baselines;
export const baselineNames = Object.keys(baselines) as Baseline[];

/** Builds the baseline as one file in `dir`. Returns its path. */
export const buildBaseline = (name: Baseline, dir: string): string => {
  const { handler, options, ending } = baselines[name];
  const outfile = join(dir, `${name.replaceAll(/\W+/g, '-')}.${ending}`);
  buildSync({
    ...options,
    stdin: { contents: handlers[handler], resolveDir: import.meta.dirname, loader: 'js' },
    logLevel: 'warning',
    outfile,
  });
  return outfile;
};
