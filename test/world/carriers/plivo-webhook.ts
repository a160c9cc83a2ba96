import { signedText, signPlivo } from '#functions/carriers/plivo/inbound/plivo-signature.ts';
import type { Webhook } from '#functions/ports/webhooks.ts';

type Fields = Record<string, string>;

/** A webhook as Plivo posts it. `url`: the URL it was given, without the fragment. */
export const plivoRequest = (url: string, form: Fields, token: string, nonce = 'n-1') => ({
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
    'X-Plivo-Signature-V3-Nonce': nonce,
    'X-Plivo-Signature-V3': signPlivo(signedText(url, form), nonce, token),
  } as Fields,
  body: new URLSearchParams(form).toString(),
});

export const plivoWebhook = (
  publicUrl: string,
  path: string,
  form: Fields,
  token: string,
): Webhook => {
  const { headers, body } = plivoRequest(publicUrl + path, form, token);
  const url = `http://10.0.0.1:8080${path}`;
  return {
    url,
    form,
    body: new TextEncoder().encode(body),
    query: (name) => new URL(url).searchParams.get(name) ?? undefined,
    header: (name) => Object.entries(headers).find(([known]) => known.toLowerCase() === name)?.[1],
  };
};
