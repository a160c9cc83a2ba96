import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { CarrierChoice, ValuesByCarrier } from '../carriers/chosen-carriers.ts';
import type { Services } from '../ports/services.ts';

/** The hotline that the doctor checks. */
export type DoctorTarget = {
  /** Where the carrier reaches it, without a slash at the end. */
  url: string;
  carriers: CarrierChoice;
  /** A carrier is absent when its credentials are unknown here: it then signs nothing and cannot be asked. */
  carrierValues: ValuesByCarrier;
  /** Undefined when not set here. */
  hotlineNumber: PhoneNumber | undefined;
  missedCallNumber: PhoneNumber | undefined;
  /** A missed call to one of them is a donor's answer. */
  yesNumber?: PhoneNumber | undefined;
  noNumber?: PhoneNumber | undefined;
  /** Of the templates that WhatsApp has approved, as noted here; absent where they are not known. */
  contentIds?: readonly string[] | undefined;
  isOnAws: boolean;
  /** Deletes a test message. */
  removeMessage(id: string): Promise<void>;
  store: Services['store'];
  /** Hotline time. */
  now(): EpochMs;
};
