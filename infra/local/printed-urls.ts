import { whatsAppCarrierIn } from '#functions/carriers/chosen-carriers.ts';
import { type CarrierName, carrierDefinitions } from '#functions/carriers/registry.ts';
import { callPath, statusPath, textPath } from '#functions/http/webhooks/webhook-paths.ts';
import type { CarrierDefinition } from '#functions/ports/carrier-definition.ts';
import type { Environment } from './environment.ts';

/** The URLs for the carriers' consoles. */
export const webhookUrls = ({
  publicUrl,
  carriers,
  missedCallNumber,
  answerNumber,
  yesNumber,
  noNumber,
}: Environment) => {
  const texts = publicUrl + carrierDefinitions[carriers.texts].path;
  const calls = publicUrl + carrierDefinitions[carriers.calls].path;
  const whatsapp = whatsAppCarrierIn(carriers);
  const ownWhatsApp =
    whatsapp && whatsapp !== carriers.texts ? publicUrl + carrierDefinitions[whatsapp].path : '';
  return {
    sms: `${texts}${textPath}${secretEnd(carriers.texts)}`,
    ...(ownWhatsApp && { whatsapp: ownWhatsApp + textPath }),
    voice: `${calls}${callPath}`,
    ...(missedCallNumber && { 'missed calls': missedCallNumber }),
    ...(answerNumber && { answers: answerNumber }),
    ...(yesNumber && { 'yes by missed call': yesNumber }),
    ...(noNumber && { 'no by missed call': noNumber }),
    status: `${texts}${statusPath}`,
    ...(calls !== texts && { 'call status': `${calls}${statusPath}` }),
    ...(ownWhatsApp && { 'whatsapp status': ownWhatsApp + statusPath }),
  };
};

/** The operator knows the secret; a printed one would stand in logs. */
const secretEnd = (name: CarrierName): string => {
  const { hasPathSecret }: CarrierDefinition = carrierDefinitions[name];
  return hasPathSecret ? '/…' : '';
};
