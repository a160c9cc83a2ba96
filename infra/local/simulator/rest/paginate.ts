/** Twilio's paging: Page from 0, PageSize 1 to 1000, 50 by default. `uri`: of the list, with .json. */
export const toPage = <T>(items: readonly T[], query: URLSearchParams, uri: string) => {
  const size = Math.min(1000, Math.max(1, Number(query.get('PageSize') ?? 50) || 50));
  const page = Math.max(0, Number(query.get('Page') ?? 0) || 0);
  const start = page * size;
  const shown = items.slice(start, start + size);
  const uriOf = (n: number): string => {
    const params = new URLSearchParams(query);
    params.set('PageSize', String(size));
    params.set('Page', String(n));
    return `${uri}?${params}`;
  };
  return {
    shown,
    paging: {
      page,
      page_size: size,
      start,
      end: start + Math.max(0, shown.length - 1),
      uri: uriOf(page),
      first_page_uri: uriOf(0),
      next_page_uri: start + size < items.length ? uriOf(page + 1) : null,
      previous_page_uri: page > 0 ? uriOf(page - 1) : null,
    },
  };
};
