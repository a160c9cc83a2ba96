import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { hasEnded, type SimCall } from '../simulator/calls/sim-call.ts';
import type { SimulatedCarrier } from '../simulator/simulated-carrier.ts';

const callSchema = z.object({
  phone: z
    .string({ error: 'Which phone?' })
    .refine((given) => parsePhoneNumber(given) !== undefined, {
      error: 'That is no phone number.',
    }),
  to: z.enum(['hotline', 'missed'], { error: 'Call "hotline" or "missed".' }).default('hotline'),
});
const keysSchema = z.object({
  keys: z.string().regex(/^[0-9*#]{1,20}$/, {
    error: 'A phone has the keys 0 to 9, * and #, at most 20 at once.',
  }),
});
const wordsSchema = z.object({
  words: z
    .string({ error: 'Say something first.' })
    .trim()
    .min(1, { error: 'Say something first.' })
    .max(500, { error: 'That is more than one can say at once.' }),
});

/** The actions of a phone's call buttons, mounted under /phones/calls. */
export const createPhoneCallRoutes = (
  carrier: Pick<SimulatedCarrier, 'calls' | 'hotlineNumber' | 'missedCallNumber'>,
): Hono => {
  const { calls, hotlineNumber, missedCallNumber } = carrier;
  const app = new Hono();

  app.post('/', async (c) => {
    const wanted = callSchema.safeParse(await jsonBody(c));
    if (!wanted.success) return unclear(c, wanted.error);
    const { phone, to } = wanted.data;
    const number = to === 'missed' ? missedCallNumber : hotlineNumber;
    if (number === undefined)
      return c.json(
        { error: 'There is no missed-call number: MISSED_CALL_NUMBER is not set.' },
        400,
      );
    if (calls.of(phone).some(isBusy)) return gone(c, 'This phone is in a call already.');
    const { sid } = await calls.call(phone, number);
    return c.json({ sid });
  });

  /** Acts on the call that the path names, unless `can` returns why that is not possible now. */
  const onCall = (
    can: (call: SimCall) => true | string,
    act: (call: SimCall, c: Context) => Promise<Response>,
  ) => {
    return async (c: Context): Promise<Response> => {
      const call = calls.get(c.req.param('sid') ?? '');
      if (!call) return c.json({ error: 'There is no such call.' }, 404);
      const possible = can(call);
      return possible === true ? act(call, c) : gone(c, possible);
    };
  };

  app.post(
    '/:sid/keys',
    onCall(isOn, async ({ sid }, c) => {
      const pressed = keysSchema.safeParse(await jsonBody(c));
      if (!pressed.success) return unclear(c, pressed.error);
      await calls.press(sid, pressed.data.keys);
      return c.json({});
    }),
  );
  app.post(
    '/:sid/words',
    onCall(isListening, async ({ sid }, c) => {
      const said = wordsSchema.safeParse(await jsonBody(c));
      if (!said.success) return unclear(c, said.error);
      await calls.speak(sid, said.data.words);
      return c.json({});
    }),
  );
  const acts = {
    answer: { can: isRinging, act: calls.answer },
    decline: { can: isRinging, act: calls.decline },
    // Both people may hang up at the same moment: the second request changes nothing.
    hangup: { can: () => true as const, act: calls.hangUp },
  };
  for (const [name, { can, act }] of Object.entries(acts)) {
    app.post(
      `/:sid/${name}`,
      onCall(can, async ({ sid }, c) => {
        await act(sid);
        return c.json({});
      }),
    );
  }
  return app;
};

/** The JSON of a request; undefined without valid JSON. */
export const jsonBody = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined);

const isBusy = (call: SimCall): boolean => call.status !== 'queued' && !hasEnded(call);

const isOn = ({ status }: SimCall): true | string =>
  status === 'in-progress' || 'This call is not going on.';

const isRinging = ({ direction, status }: SimCall): true | string =>
  (direction === 'out' && status === 'ringing') || 'This phone is not ringing any more.';

const isListening = (call: SimCall): true | string => {
  const { waitsFor, talkingWith } = call;
  const isHeard = waitsFor?.type === 'record' || (waitsFor?.type === 'keys' && waitsFor.speech);
  return talkingWith !== null || isHeard ? isOn(call) : 'Nobody listens just now: press a key.';
};

const unclear = (c: Context, error: z.ZodError): Response =>
  c.json({ error: error.issues[0]?.message ?? 'That was not understood.' }, 400);

const gone = (c: Context, why: string): Response => c.json({ error: why }, 409);
