import type { TemplateIds } from '#shared/messages/templates/find-template.ts';
import type { Contents } from '#shared/messages/templates/whatsapp/contents.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { HotlineConfig } from '../hotline-config.ts';
import type { Carrier } from './carrier.ts';
import type { Store } from './store.ts';
import type { Clock, Ids, Log } from './system.ts';

/** Everything a use case may use; built once in a cold start, or by a test's world. */
export type Services = {
  store: Store;
  carrier: Carrier;
  clock: Clock;
  ids: Ids;
  log: Log;
  config: HotlineConfig;
  gazetteer: Gazetteer;
  /** The number people text and call. */
  hotlineNumber: PhoneNumber;
  /** Takes the answers to our texts, where the sender that people see cannot be answered. */
  answerNumber?: PhoneNumber;
  /** The registered templates, where the carrier of texts sends no others (docs/facts.md#india). */
  templates?: TemplateIds;
  /** The approved templates of WhatsApp, where a carrier of WhatsApp is chosen. */
  contents?: Contents;
  /** Its other numbers. The hotline never calls a number of its own. */
  otherNumbers?: readonly PhoneNumber[];
  /** Where the carrier and coordinators' browsers reach us, without a slash at the end. */
  publicUrl: string;
};
