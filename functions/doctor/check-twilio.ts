import * as z from 'zod';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { createWebhookUrls } from '../carriers/twilio/webhook-urls.ts';
import type { CarrierValues } from '../ports/carrier-definition.ts';
import { checkWhatsApp } from './accounts/check-whatsapp.ts';
import { type AskedTarget, askTwilio } from './ask-twilio.ts';
import { checkBalance } from './check-balance.ts';
import { checkKey } from './check-key.ts';
import { type CheckResult, fail, pass, renderError, skipped } from './check-result.ts';
import { checkClock } from './check-webhooks.ts';
import { compareUrls, type WantedUrl } from './compare-urls.ts';
import type { DoctorTarget } from './target.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
/** The fields of Twilio's IncomingPhoneNumber that decide what answers (its API reference, May 2026). */
const numberSchema = z.object({
  phone_number: z.string(),
  capabilities: z.object({ voice: z.boolean().nullish(), sms: z.boolean().nullish() }).nullish(),
  sms_url: text,
  sms_method: text,
  sms_fallback_url: text,
  sms_fallback_method: text,
  sms_application_sid: text,
  voice_url: text,
  voice_method: text,
  voice_fallback_url: text,
  voice_fallback_method: text,
  voice_application_sid: text,
  trunk_sid: text,
  status_callback: text,
  status_callback_method: text,
});
type CarrierNumber = z.infer<typeof numberSchema>;
const numbersSchema = z.object({ incoming_phone_numbers: z.array(numberSchema) });
const accountSchema = z.object({ status: z.string(), type: z.string().nullish() });

/** The account at Twilio, its clock, and the webhooks of our numbers there. */
export const checkTwilio = async (
  target: DoctorTarget,
  values: CarrierValues,
): Promise<CheckResult[]> => {
  const asked = { ...target, values };
  const account = await checkAccount(asked);
  if (account.some(({ state }) => state === 'fail')) return account;
  return [
    ...account,
    checkKey(values),
    await checkBalance(asked),
    ...checkCallerId(asked),
    ...(await checkHotlineNumber(asked)),
    ...(await checkWhatsApp(asked)),
    ...(target.carriers.calls === 'twilio' ? await checkMissedCallNumber(asked) : []),
  ];
};

/** Twilio calls India only from numbers of other countries (its voice guideline for India). */
const checkCallerId = ({ hotlineNumber, carriers }: DoctorTarget): CheckResult[] => {
  if (!hotlineNumber || carriers.calls !== 'twilio') return [];
  const check = 'number that calls';
  return hotlineNumber.startsWith('+91')
    ? [
        fail(
          check,
          'an Indian number: Twilio lets it take calls, and make none to India',
          'Take a number of another country for HOTLINE_NUMBER, or another carrier for CARRIER_CALLS.',
        ),
      ]
    : [pass(check, 'may call India')];
};

const checkAccount = async (target: AskedTarget): Promise<CheckResult[]> => {
  const check = 'carrier’s account';
  try {
    const response = await askTwilio(target, '.json');
    const account = accountSchema.safeParse(await response.json().catch(() => undefined));
    const clock = checkClock('the carrier', response.headers.get('date'));
    if (response.status === 401 || response.status === 403)
      return [
        fail(
          check,
          `it refuses our credentials (${response.status})`,
          'Copy account SID and auth token from the carrier’s console again: into the secret, and here.',
        ),
      ];
    if (!response.ok || !account.success)
      return [fail(check, `it answers ${response.status}`, 'Look at the carrier’s status page.')];
    const { status, type } = account.data;
    if (status !== 'active')
      return [fail(check, `it is ${status}`, 'Ask the carrier’s support: nothing is sent.')];
    return type === 'Trial'
      ? [
          fail(
            check,
            'active, but a trial',
            'Upgrade it: a trial reaches only numbers verified by hand.',
          ),
          clock,
        ]
      : [pass(check, 'active'), clock];
  } catch (error) {
    return [
      fail(check, renderError(error), 'Is the carrier down? See "A bad night" in docs/operate.md.'),
    ];
  }
};

/** The carrier's settings of the number, or the failed check. */
const findNumber = async (
  target: AskedTarget,
  check: string,
  number: PhoneNumber,
): Promise<CarrierNumber | CheckResult> => {
  try {
    const query = new URLSearchParams({ PhoneNumber: number });
    const response = await askTwilio(target, `/IncomingPhoneNumbers.json?${query}`);
    const list = numbersSchema.safeParse(await response.json().catch(() => undefined));
    if (!response.ok || !list.success)
      return fail(check, `the carrier answers ${response.status}`, 'Try again later.');
    const found = list.data.incoming_phone_numbers.find((n) => n.phone_number === number);
    return (
      found ??
      fail(
        check,
        `${number} is not in this account`,
        'Is it the right number, in E.164, and yours?',
      )
    );
  } catch (error) {
    return fail(check, renderError(error), 'Try again later.');
  }
};

const voiceOf = (found: CarrierNumber, url: string): WantedUrl[] => [
  {
    field: 'VoiceUrl',
    has: found.voice_url,
    method: found.voice_method,
    wants: createWebhookUrls(url).voice(),
  },
  {
    field: 'VoiceFallbackUrl',
    has: found.voice_fallback_url,
    method: found.voice_fallback_method,
    wants: createWebhookUrls(url).voiceFallback(),
  },
];

/** Settings that replace the URLs. */
const overridesOf = (found: CarrierNumber): string[] => [
  ...(found.trunk_sid ? [`a trunk (${found.trunk_sid}) takes its calls`] : []),
  ...(found.voice_application_sid
    ? [`an application (${found.voice_application_sid}) takes its calls`]
    : []),
];

const checkHotlineNumber = async (target: AskedTarget): Promise<CheckResult[]> => {
  const check = 'hotline’s number';
  const { hotlineNumber, url } = target;
  const { texts, calls } = target.carriers;
  if (texts !== 'twilio' && calls !== 'twilio') return [];
  if (!hotlineNumber)
    return [skipped(check, 'not set here', 'Set HOTLINE_NUMBER to the stack’s parameter.')];
  const found = await findNumber(target, check, hotlineNumber);
  if ('check' in found) return [found];
  return [
    ...(calls === 'twilio' ? [checkCalls(check, found, url)] : []),
    ...(texts === 'twilio' ? [checkTexts(`${check}, texts`, found, url)] : []),
  ];
};

const checkCalls = (check: string, found: CarrierNumber, url: string): CheckResult => {
  const status = {
    field: 'StatusCallback',
    has: found.status_callback,
    method: found.status_callback_method,
    wants: createWebhookUrls(url).status(),
  };
  return compareUrls(`${check}, calls`, [...voiceOf(found, url), status], overridesOf(found));
};

const checkTexts = (check: string, found: CarrierNumber, url: string): CheckResult => {
  const { sms_application_sid: application } = found;
  const urls = createWebhookUrls(url);
  const wanted = [
    { field: 'SmsUrl', has: found.sms_url, method: found.sms_method, wants: urls.sms },
    {
      field: 'SmsFallbackUrl',
      has: found.sms_fallback_url,
      method: found.sms_fallback_method,
      wants: urls.smsFallback,
    },
  ];
  return found.capabilities?.sms === false
    ? skipped(
        check,
        'the carrier receives none on this number',
        'Texts come by WhatsApp (check the webhook of its sender by hand) or another carrier.',
      )
    : compareUrls(
        check,
        wanted,
        application ? [`an application (${application}) takes its texts`] : [],
      );
};

const checkMissedCallNumber = async (target: AskedTarget): Promise<CheckResult[]> => {
  const check = 'missed-call number';
  const { missedCallNumber, hotlineNumber, url } = target;
  if (!missedCallNumber) return [skipped(check, 'none is set here (MISSED_CALL_NUMBER)')];
  if (missedCallNumber === hotlineNumber)
    return [
      fail(check, 'it is the hotline’s own', 'It is never answered: set another number, or none.'),
    ];
  const found = await findNumber(target, check, missedCallNumber);
  if ('check' in found) return [found];
  return [compareUrls(check, voiceOf(found, url), overridesOf(found))];
};
