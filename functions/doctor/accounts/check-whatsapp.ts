import * as z from 'zod';
import { whatsAppCarrierIn } from '../../carriers/chosen-carriers.ts';
import { createWebhookUrls } from '../../carriers/twilio/webhook-urls.ts';
import { type AskedTarget, askTwilioContent } from '../ask-twilio.ts';
import { type CheckResult, fail, pass, renderError, skipped } from '../check-result.ts';

const pageSchema = z.object({
  contents: z.array(
    z.object({
      sid: z.string(),
      approval_requests: z.object({ status: z.string().nullish() }).nullish(),
    }),
  ),
  meta: z.object({ next_page_url: z.string().nullish() }).nullish(),
});

const check = 'WhatsApp’s templates';
/** Twilio lists at most 1,000 on a page; Meta takes 6,000 of an account (docs/facts.md#carriers). */
const pageSize = 1000;
const mostPages = 6;

/** Twilio's WhatsApp: its sender, and the templates. */
export const checkWhatsApp = async (target: AskedTarget): Promise<CheckResult[]> =>
  whatsAppCarrierIn(target.carriers) === 'twilio'
    ? [...checkSender(target), ...(await checkContents(target))]
    : [];

/** Where another carrier takes the SMS, the sender on WhatsApp may be another number than the hotline's. */
const checkSender = ({ url, carriers }: AskedTarget): CheckResult[] =>
  carriers.texts === 'twilio'
    ? []
    : [
        skipped(
          'sender on WhatsApp',
          'its settings are not read here',
          `Check by hand that its messages come to ${createWebhookUrls(url).sms}`,
        ),
      ];

/** Whether the templates of hotline.whatsapp.json exist at Twilio and are approved. */
const checkContents = async (target: AskedTarget): Promise<CheckResult[]> => {
  const { contentIds } = target;
  if (contentIds === undefined) return [];
  if (contentIds.length === 0)
    return [
      skipped(
        check,
        'not noted: a day after a person’s last message the hotline sends an SMS',
        'See "WhatsApp" in docs/operate.md.',
      ),
    ];
  try {
    const status = await readStatuses(target);
    if (!status) return [fail(check, 'the carrier does not list them', 'Try again later.')];
    const wrong = [...contentIds].filter((id) => status.get(id) !== 'approved');
    return [
      wrong.length === 0
        ? pass(check, `${contentIds.length} approved`)
        : fail(
            check,
            `${wrong.length} of ${contentIds.length} are not: ${wrong
              .slice(0, 3)
              .map((id) => `${id} ${status.get(id) ?? 'unknown'}`)
              .join(', ')}`,
            'Their texts leave as SMS. Have them approved, or note the right ids: `templates --whatsapp --ids`.',
          ),
    ];
  } catch (error) {
    return [fail(check, renderError(error), 'Try again later.')];
  }
};

/** The status of each template by its id; undefined when the list cannot be read. */
const readStatuses = async (target: AskedTarget): Promise<Map<string, string> | undefined> => {
  const found = new Map<string, string>();
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ PageSize: `${pageSize}`, Page: `${page}` });
    const response = await askTwilioContent(target, `/v1/ContentAndApprovals?${query}`);
    const list = pageSchema.safeParse(await response.json().catch(() => undefined));
    if (!response.ok || !list.success) return undefined;
    for (const { sid, approval_requests: approval } of list.data.contents)
      found.set(sid, approval?.status ?? 'unsubmitted');
    if (!list.data.meta?.next_page_url) break;
  }
  return found;
};
