import type { HotlineSettings } from '../../http/webhooks/mount-webhook.ts';
import type { Services } from '../../ports/services.ts';

/** What every page of the website needs. */
export type Site = {
  services: Services;
  /** Sign cookies, forms and links, the one in use first. */
  secrets: readonly string[];
  /** The path of PUBLIC_URL, without a slash at the end; '' on a host of our own. */
  base: string;
  /** scheme://host[:port], as browsers send it. */
  origin: string;
  /** Cookies are sent over https only; on one machine there is none. */
  isSecure: boolean;
  /** The server can keep an answer open; a Lambda function cannot. */
  mayStream: boolean;
};

export const createSite = (
  { services, linkSecrets }: Pick<HotlineSettings, 'services' | 'linkSecrets'>,
  mayStream = false,
): Site => {
  const url = new URL(services.publicUrl);
  return {
    services,
    secrets: linkSecrets,
    base: url.pathname.replace(/\/$/, ''),
    origin: url.origin,
    isSecure: url.protocol === 'https:',
    mayStream,
  };
};
