import type { SimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import type { MessageKey } from '#shared/messages/message-keys.ts';
import { patternOf } from '#shared/messages/templates/template.ts';
import {
  type ContentTemplate,
  deriveContentTemplates,
  renderContent,
} from '#shared/messages/templates/whatsapp/content-templates.ts';
import { type Contents, createContents } from '#shared/messages/templates/whatsapp/contents.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';

type Speaker = { groupName: string; hotlineNumber: PhoneNumber };

const made = new Map<string, ContentTemplate[]>();

const templatesOf = ({ groupName, hotlineNumber: number }: Speaker): ContentTemplate[] => {
  const name = `${groupName} ${number}`;
  const templates = made.get(name) ?? deriveContentTemplates({ groupName, number });
  made.set(name, templates);
  return templates;
};

/** Files the templates with the simulated carrier and has them approved; `without`: the messages without one. */
export const everyContent = (
  carrier: SimulatedCarrier,
  speaker: Speaker,
  without: readonly string[],
): Contents =>
  createContents(
    templatesOf(speaker)
      .filter(({ key }) => !without.includes(key))
      .map((template) => {
        const { sid } = carrier.contents.create(renderContent(template));
        carrier.contents.requestApproval(sid, template.category);
        return { template: template.name, pattern: patternOf(template).source, id: sid };
      }),
    speaker.groupName,
  );

/**
 * Messages that leave unasked and have no template. A login code has words that Meta prescribes. The notice is what donors agree to, word for word.
 * The others follow a call in so many forms that a template of each is not worth its approval.
 */
export const untemplated: ReadonlySet<MessageKey> = new Set<MessageKey>([
  'loginCode',
  'joinNotice',
  'callCut',
  'requestNotSent',
  'noCallAtNight',
]);
