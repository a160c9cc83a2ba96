import { isMilestone, numberOfGift } from '#shared/people/camps/milestones.ts';
import type { Certificate } from '../../use-cases/camps/gifts/find-certificate.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import type { Visit } from '../frame/visit.ts';
import { thanksWords } from './thanks-words.ts';

/** What a certificate says: the page and the PDF alike. */
export type CertificateText = {
  title: string;
  gave: string;
  /** Only for the donor who has logged in: whose gift it is, and which one. */
  own?: { yours: string; count?: string };
  /** The blood centre of a camp. */
  heldBy?: string;
  isTrue: string;
};

export const certificateText = (visit: Visit, found: Certificate): CertificateText => {
  const words = thanksWords[visit.language];
  const own = ownPart(visit, found);
  return {
    title: words.title,
    gave: gaveWhere(visit, found),
    ...(own && { own }),
    ...(found.at === 'camp' && { heldBy: words.heldBy(found.by) }),
    isTrue: words.isTrue,
  };
};

/** What was given, when and where. A hospital is named as the family's words may go on. */
const gaveWhere = (visit: Visit, { day, place, at, by }: Certificate): string => {
  const { language, phrases, site, now } = visit;
  const words = thanksWords[language];
  const context = messageContext(site.services, now);
  const on = phrases.day(day);
  return at === 'camp'
    ? words.gave(groupNameOf(visit), on, context.placeName(place, language))
    : words.gaveToPatient(on, phrases.where({ hospital: by, place }, context));
};

/** The group's name, as the language of the certificate writes it. */
export const groupNameOf = ({ site, now, language }: Visit): string => {
  const { groupName, groupNameInHindi } = messageContext(site.services, now);
  return (language === 'hi' && groupNameInHindi) || groupName;
};

const ownPart = ({ person, language }: Visit, found: Certificate): CertificateText['own'] => {
  if (!person?.donor || person.phone !== found.phone) return undefined;
  const words = thanksWords[language];
  const count = numberOfGift(person.donor.gifts ?? [], found.giftId);
  return {
    yours: person.name ? words.yours(person.name) : words.yoursUnnamed,
    ...(count && { count: isMilestone(count) ? words.milestone(count) : words.count(count) }),
  };
};
