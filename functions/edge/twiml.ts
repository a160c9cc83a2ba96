import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { xmlText } from './xml-text.ts';

/** TwiML that says this, or nothing: `<Response/>`, since an empty body is logged as an error (FACTS §6). */
export const renderReply = (reply: string | null): string => {
  const response = new MessagingResponse();
  if (reply !== null && reply !== '') response.message(xmlText(reply));
  return response.toString();
};
