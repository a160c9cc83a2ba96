import { mediaSidOf, type SimMessage } from './sim-message.ts';

/* What Twilio adds to the form of a message from an app. */

/** Where the first file of a message is. */
export const mediaUri = (accountSid: string, sid: string): string =>
  `/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media/${mediaSidOf(sid)}`;

/** What Twilio adds on WhatsApp (docs/facts.md#carriers). */
export const whatsAppFields = ({
  phone,
  tap,
  place,
  media,
}: SimMessage): Record<string, string> => ({
  WaId: phone.slice(1),
  ProfileName: 'Phone',
  MessageType: tap ? 'button' : place ? 'location' : media > 0 ? 'media' : 'text',
  ...(tap && {
    ButtonText: tap.title,
    ButtonPayload: tap.id,
    OriginalRepliedMessageSid: tap.on,
  }),
  ...(place && {
    Latitude: String(place.lat),
    Longitude: String(place.lon),
    ...(place.label !== '' && { Label: place.label }),
  }),
});
