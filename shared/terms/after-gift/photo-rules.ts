/** The kinds of photograph that every browser shows. */
export const photoTypes = ['image/jpeg', 'image/png'] as const;
export type PhotoType = (typeof photoTypes)[number];

/** An item of the table has 400 KB at most, and the picture is written there in base64, a third longer. */
export const maxPhotoBytes = 256 * 1024;
