/** Served by a function of its own: what draws a PDF weighs as much as every page. */
export const certificatePath = '/certificate/{serial}';

/** The paths of the website, as API Gateway writes them: `{…}` is one segment, `{…+}` the rest. */
export const websitePaths = {
  GET: [
    '/',
    '/icon',
    '/login',
    '/passkey',
    '/request',
    '/r/{secret}',
    '/join',
    '/me',
    '/questions',
    '/privacy',
    '/accessibility',
    '/contact',
    '/camps',
    '/stories',
    '/stories/{photo}',
    '/thanks/{serial}',
    '/console',
    '/console/{page+}',
  ],
  POST: [
    '/login',
    '/login/passkey',
    '/logout',
    '/request',
    '/r/{secret}/{action}',
    '/join',
    '/me/{action}',
    '/console/{page+}',
  ],
} as const;
