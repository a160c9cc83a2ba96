import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { healthyLambda } from './lambda-service.ts';
import type { Rehearsal } from './rehearsal.ts';

export type Day = {
  name: string;
  /** The minute of the hour at which it begins: the examination comes at the full hour. */
  beginsAt: number;
  /** The alarms that begin; no other may. */
  alarms: string[];
  play: (hotline: Rehearsal) => Promise<void>;
};

const need = 'Need B+ blood 1 unit SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';

/** A family asks and confirms, however late it is answered. Returns its phone and the code. */
const openRequest = async (hotline: Rehearsal): Promise<{ family: string; code: string }> => {
  const family = hotline.phone();
  await hotline.say(family, need);
  await hotline.say(family, '1');
  return { family, code: codeIn(hotline, family) };
};
const codeIn = ({ textsOf }: Rehearsal, phone: string): string =>
  /(?<![\d+])[1-9]\d{3}(?!\d)/.exec(
    textsOf(phone).find((t) => t.includes('volunteers')) ?? '',
  )?.[0] ?? '';

/** The donors who are asked about this request. */
const askedOf = ({ donors, textsOf }: Rehearsal, code: string): string[] =>
  donors.filter((phone) =>
    textsOf(phone).some((text) => text.includes('1 = I can come') && text.includes(code)),
  );

/** Time passes until it is so, a few minutes at most. */
const until = async ({ aws }: Rehearsal, isSo: () => boolean, patience = 5): Promise<void> => {
  for (let i = 0; i < patience && !isSo(); i += 1) await aws.pass(1);
  if (!isSo()) throw new Error(`it is not so within ${patience} minutes: ${isSo}`);
};

const isVolunteerAsked = async (hotline: Rehearsal, code: string): Promise<void> => {
  const { verifier, textsOf } = hotline;
  await until(hotline, () => textsOf(verifier).some((text) => text.includes(`request ${code}`)));
};
/** The volunteer is asked, and says OK. */
const verify = async (hotline: Rehearsal, code: string): Promise<void> => {
  await isVolunteerAsked(hotline, code);
  await hotline.say(hotline.verifier, `OK ${code}`);
};

/** A donor is asked, says yes, gives and is thanked. */
const finish = async (hotline: Rehearsal, code: string, patience?: number): Promise<void> => {
  await until(hotline, () => askedOf(hotline, code).length > 0, patience);
  const [donor = ''] = askedOf(hotline, code);
  await hotline.say(donor, `1 ${code}`);
  await hotline.say(donor, 'DONE');
  await hotline.aws.pass(2);
};

/** One text that no function can take, because the account runs none for a moment. */
const textWithoutRoom = async (hotline: Rehearsal, from: string, body: string): Promise<void> => {
  const { state } = hotline.aws.lambda;
  const { accountLimit } = state;
  state.accountLimit = 0;
  await hotline.carrier.text(from, body);
  state.accountLimit = accountLimit;
};

const functionId = ({ template }: Rehearsal['aws'], name: string): string =>
  template.of('AWS::Lambda::Function').find(({ id }) => id.startsWith(name))?.id ?? '';

/** Bundles of these functions that do not start. */
const broken = ({ aws }: Rehearsal, ...names: string[]): Record<string, string> => {
  const bad = join(mkdtempSync(join(tmpdir(), 'rehearsed-bundle-')), 'index.mjs');
  writeFileSync(bad, "throw new Error('this version does not start');");
  return Object.fromEntries(names.map((name) => [functionId(aws, name), bad]));
};

/** A release with these bundles. What its check says of it is as expected. */
const deploy = async (
  { aws }: Rehearsal,
  bundles: Record<string, string>,
  expected: RegExp,
): Promise<void> => {
  const reason = await aws.deploy(bundles);
  if (!expected.test(reason)) throw new Error(`the check of a release says: ${reason}`);
};

export const days: Day[] = [
  {
    name: 'a whole request',
    beginsAt: 58,
    alarms: [],
    async play(hotline) {
      const request = await openRequest(hotline);
      await verify(hotline, request.code);
      await finish(hotline, request.code);
      await hotline.carrier.calls.call(request.family);
      await hotline.aws.fetch(new Request('https://hotline.invalid/health'));
      await deploy(hotline, {}, /^$/);
      await hotline.aws.pass(3);
    },
  },
  {
    name: 'a release that does not start is taken back',
    beginsAt: 5,
    alarms: ['ReceiveSmsErrors'],
    async play(hotline) {
      // A family texts while it is deployed.
      const newest = broken(hotline, 'ReceiveSms');
      const deployed = deploy(hotline, newest, /^ReceiveSms\w+ does not start: /);
      await Promise.allSettled([openRequest(hotline), deployed]);
      await deployed;
      await hotline.aws.pass(5);
    },
  },
  {
    name: 'ten functions at once, and a crowd',
    beginsAt: 58,
    alarms: ['ApiFaults', 'FunctionThrottles', 'SelfExaminationIll', 'TextOrCallFailed'],
    async play(hotline) {
      const { state } = hotline.aws.lambda;
      state.accountLimit = 10;
      const request = await openRequest(hotline);
      await verify(hotline, request.code);
      // A stage goes out while families text at once.
      await Promise.all(Array.from({ length: 16 }, () => hotline.say(hotline.phone(), need)));
      await finish(hotline, request.code);
      state.accountLimit = 1000;
      await hotline.aws.pass(3);
    },
  },
  {
    name: 'a starved cold start',
    beginsAt: 5,
    alarms: ['ApiFaults', 'FunctionErrors', 'ReceiveSmsErrors', 'TextOrCallFailed'],
    async play(hotline) {
      const { lambda } = hotline.aws;
      const receiveSms = functionId(hotline.aws, 'ReceiveSms');
      const starve = async (ms: number): Promise<void> => {
        lambda.recycle(receiveSms);
        Object.assign(lambda.state, { pace: 0.1, startDelayMs: { [receiveSms]: ms } });
        await hotline.carrier.text(hotline.phone(), need);
        Object.assign(lambda.state, healthyLambda);
        await hotline.aws.pass(4);
      };
      // The first answer comes after the carrier's patience; the second never.
      await starve(8000);
      await starve(20_000);
    },
  },
  {
    name: 'no secret for twelve minutes',
    beginsAt: 5,
    alarms: [
      'ApiFaults',
      'FunctionErrors',
      'LateTextsWait',
      'NoDueStep',
      'NoSweepEnded',
      'ReceiveSmsErrors',
      'TextOrCallFailed',
    ],
    async play(hotline) {
      hotline.aws.lambda.recycle();
      hotline.trouble.secret = true;
      await hotline.carrier.text(hotline.phone(), need);
      await hotline.aws.pass(12);
      hotline.trouble.secret = false;
      await hotline.aws.pass(5);
    },
  },
  {
    name: 'a version that does not start, for twelve minutes',
    beginsAt: 5,
    alarms: [
      'ApiFaults',
      'FunctionErrors',
      'LateTextsWait',
      'ReceiveSmsErrors',
      'TextOrCallFailed',
    ],
    async play(hotline) {
      const { state } = hotline.aws.lambda;
      state.live = broken(hotline, 'ReceiveSms');
      await hotline.carrier.text(hotline.phone(), need);
      await hotline.aws.pass(12);
      state.live = {};
      await hotline.aws.pass(5);
    },
  },
  {
    name: 'calls, reports and the outbox meet a version that does not start',
    beginsAt: 5,
    alarms: [
      'ApiFaults',
      'FailedBatches',
      'FunctionErrors',
      'ReceiveCallErrors',
      'ReceiveStatusErrors',
      'TextOrCallFailed',
    ],
    async play(hotline) {
      const { state } = hotline.aws.lambda;
      state.live = broken(hotline, 'ReceiveCall', 'ReceiveStatus', 'SendOutbox');
      await hotline.carrier.calls.call(hotline.phone());
      const request = await openRequest(hotline);
      await verify(hotline, request.code);
      await hotline.aws.pass(2);
      state.live = {};
      await finish(hotline, request.code);
      await hotline.aws.pass(5);
      // The operator purges what the minute has done in its place.
      hotline.aws.queues.named(hotline.aws.template.output('FailedBatchesQueue')).messages.length =
        0;
    },
  },
  {
    name: 'a stranger posts what the carrier did not sign',
    beginsAt: 5,
    alarms: ['ApiRefusals', 'WebhooksRefused'],
    async play(hotline) {
      const url = hotline.aws.template.output('CarrierIncomingSms').replace(/#.*/, '');
      for (let i = 0; i < 5; i += 1)
        await hotline.aws.fetch(
          new Request(url, {
            method: 'POST',
            headers: { 'X-Twilio-Signature': 'x' },
            body: new URLSearchParams({ MessageSid: `SM${i}`, Body: need }),
          }),
        );
      await hotline.aws.pass(15);
    },
  },
  {
    name: 'the carrier is away for an hour',
    beginsAt: 50,
    alarms: ['CarrierErrors', 'SelfExaminationIll'],
    async play(hotline) {
      const request = await openRequest(hotline);
      await isVolunteerAsked(hotline, request.code);
      hotline.trouble.carrier = true;
      await verify(hotline, request.code);
      await hotline.aws.pass(60);
      hotline.trouble.carrier = false;
      await finish(hotline, request.code, 40);
    },
  },
  {
    name: 'the queues are late by forty minutes',
    beginsAt: 5,
    alarms: ['ApiFaults', 'FunctionThrottles', 'LateTextsWait', 'StatusesWait', 'TextOrCallFailed'],
    async play(hotline) {
      const { queues } = hotline.aws;
      for (const id of queues.all.keys()) queues.delayed.add(id);
      await textWithoutRoom(hotline, hotline.phone(), need);
      const request = await openRequest(hotline);
      await verify(hotline, request.code);
      await finish(hotline, request.code);
      await hotline.aws.pass(40);
      queues.delayed.clear();
      await hotline.aws.pass(5);
    },
  },
];
