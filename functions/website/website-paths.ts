/** The paths of the website, as API Gateway writes them: `{…}` is one segment, `{…+}` the rest. */
export const websitePaths = {
  GET: [
    '/',
    '/icon',
    '/login',
    '/request',
    '/r/{secret}',
    '/join',
    '/me',
    '/questions',
    '/privacy',
    '/accessibility',
    '/contact',
    '/thanks/{serial}',
    '/console',
    '/console/{page+}',
  ],
  POST: [
    '/login',
    '/logout',
    '/request',
    '/r/{secret}/{action}',
    '/join',
    '/me/{action}',
    '/console/{page+}',
  ],
} as const;
