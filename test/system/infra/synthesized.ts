import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, expect } from 'vitest';
import { createHotlineApp } from '#infra/aws/app.ts';
import { builtVariable } from '../end-to-end/build-hotline.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template has no types.
export type Json = any;
export type Context = Record<string, string>;

/** Skips bundling, which takes nine tenths of a synth. */
export const withoutBundles = { 'aws:cdk:bundling-stacks': [] };

/** Every option set to another value than its default. */
export const everyOption: Context = {
  stage: 'prod',
  group: 'uttarakhand',
  customerKey: 'true',
  tracing: 'true',
  sendersAtOnce: '5',
  canary: 'false',
  monthlyBudgetUsd: '60',
  segmentUsd: '0.05',
  callMinuteUsd: '0.02',
};

export const functions = [
  'Certificate',
  'ExamineItself',
  'ReceiveCall',
  'ReceiveSms',
  'ReceiveStatus',
  'RunDueSteps',
  'SendOutbox',
  'Website',
];

/** Synthesizes the stack into a folder that is deleted after the tests of the file. */
export const synthesized = (context: Context = {}) => {
  const outdir = mkdtempSync(join(tmpdir(), 'hotline-synth-'));
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));
  const { app, stack } = createHotlineApp({
    outdir,
    context: { ...context, ...withoutBundles },
  });
  const artifact = app.synth().getStackByName(stack.stackName);
  const template = Template.fromJSON(artifact.template);
  const resources = (type: string): [string, Json][] =>
    Object.entries(template.findResources(type));
  return {
    outdir,
    template,
    stackName: stack.stackName,
    isProtected: stack.terminationProtection,
    json: artifact.template,
    resources,
    only(type: string): Json {
      const found = resources(type);
      expect(found).toHaveLength(1);
      return found[0]?.[1];
    },
    lambdaOf: (name: string): Json =>
      resources('AWS::Lambda::Function').find(([id]) => id.startsWith(name))?.[1],
  };
};

/** The stack of `prod` with its bundles. Built once in a test run: the first file that asks builds it for all. */
export const bundled = (): { outdir: string; template: Template } => {
  const built = process.env[builtVariable];
  if (built === undefined) throw new Error(`${builtVariable} is set by vitest's globalSetup`);
  const outdir = join(built, 'bundled-synth');
  if (!existsSync(outdir)) {
    // Built aside, so that no other worker sees half of it.
    const aside = mkdtempSync(join(built, 'synth-'));
    createHotlineApp({ outdir: aside, context: { stage: 'prod' } }).app.synth();
    try {
      renameSync(aside, outdir);
    } catch (error) {
      // Another worker was first: its folder has the same content.
      if (!existsSync(outdir)) throw error;
    }
  }
  const file = join(outdir, 'MitraHotline-prod.template.json');
  return { outdir, template: Template.fromJSON(JSON.parse(readFileSync(file, 'utf8'))) };
};

/** Renders a reference for reading: names without hashes, attributes after a dot. An alias is shown by its resource. */
export const readable = (value: Json): string => {
  if (typeof value === 'string') return value;
  const name = (id: string) => id.replace(/[0-9A-F]{8}$/, '');
  if (value.Ref) return name(value.Ref);
  if (value['Fn::GetAtt']) return value['Fn::GetAtt'].map(name).join('.');
  if (value['Fn::Select']) return readable(value['Fn::Select'][1]['Fn::Split'][1]);
  return value['Fn::Join'][1].map(readable).join(value['Fn::Join'][0]);
};

export const list = (value: Json): Json[] => (Array.isArray(value) ? value : [value]);
