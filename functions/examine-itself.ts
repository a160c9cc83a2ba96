import { createAccountReader } from './adapters/aws-account.ts';
import { createDynamoDbClient } from './adapters/dynamodb/client.ts';
import { createMessageRemover } from './adapters/dynamodb/remove-message.ts';
import { checkAwsAccount } from './doctor/check-account.ts';
import { examine, reportExamination } from './doctor/examine.ts';
import { ringAlarm } from './doctor/ring-alarm.ts';
import { createFreshHandler } from './fresh-handler.ts';
import { parseExaminationEnvironment } from './http/lambda-environment.ts';
import type { HotlineSettings } from './http/webhooks/mount-webhook.ts';

const environment = parseExaminationEnvironment(process.env);
const client = createDynamoDbClient();
const reader = createAccountReader();
const expected = {
  sourceFunctions: environment.SOURCE_FUNCTIONS,
  topic: environment.ALARM_TOPIC,
};

const targetOf = ({ services, carriers, carrierValues = {}, unanswered }: HotlineSettings) => ({
  url: services.publicUrl,
  carriers,
  carrierValues,
  hotlineNumber: services.hotlineNumber,
  missedCallNumber: unanswered?.missedCall,
  yesNumber: unanswered?.yes,
  noNumber: unanswered?.no,
  contentIds: services.contents?.ids,
  isOnAws: true,
  removeMessage: createMessageRemover(client, environment.TABLE_NAME),
  store: services.store,
  now: services.clock.now,
});

/** CloudWatch's own name for the state. */
const isAlarm = (event: object): boolean => 'alarmData' in event;

/**
 * Runs on Lambda every hour: the doctor. When something is wrong it rings the phone of ALARM_PHONE, if there is one. An
 * alarm that cannot wait for its mail to be read calls it directly, to ring the same phone.
 */
export const handler = await createFreshHandler(
  (settings) =>
    async (event: object, _context: object): Promise<void> => {
      const { services, writeMetric } = settings;
      const { log } = services;
      const ring = async (): Promise<void> => {
        if (environment.ALARM_PHONE) await ringAlarm(services, environment.ALARM_PHONE);
      };
      if (isAlarm(event)) return ring();
      const results = await examine(targetOf(settings), checkAwsAccount(reader, expected));
      if (reportExamination(results, { log, writeMetric }) > 0) await ring();
    },
);
