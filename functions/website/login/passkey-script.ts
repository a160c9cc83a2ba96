import type { PageRouter } from '../frame/router.tsx';
import { passkeyScript } from './passkey-form.tsx';

/** Shows the forms of passkeys where the browser can make one, and fills them before they are sent. */
const script = `
const read = { get: 'parseRequestOptionsFromJSON', create: 'parseCreationOptionsFromJSON' };
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const { passkey, options } = form.dataset;
  if (!globalThis.PublicKeyCredential?.[read[passkey]]) continue;
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const publicKey = PublicKeyCredential[read[passkey]](JSON.parse(options));
      const credential = await navigator.credentials[passkey]({ publicKey });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      form.querySelector('[role=alert]').hidden = false;
    }
  });
}
`;

export const mountPasskeyScript = ({ app }: PageRouter): void =>
  void app.get(passkeyScript, (c) =>
    c.body(script.trim(), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    }),
  );
