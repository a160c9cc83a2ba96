import PDFDocument from 'pdfkit';
import type { CertificateText } from '../thanks/certificate-text.ts';
import { certificateFont } from './certificate-font.ts';

export type Sheet = CertificateText & {
  /** The group's name, as the language of the certificate writes it. */
  group: string;
  certificate: string;
  /** Where anyone can see that it is true. */
  address: string;
};

const red = '#a4161a';
const ink = '#222222';
const sides = 90;
const edge = 48;
const frame = 28;

/** One line or paragraph in the middle of the page. `space`: points above it. */
type Line = { text: string; size: number; color: string; space: number };

const linesOf = ({ group, certificate, title, gave, own, heldBy, isTrue }: Sheet): Line[] => [
  { text: group, size: 16, color: red, space: 0 },
  { text: certificate, size: 34, color: ink, space: 10 },
  { text: title, size: 20, color: red, space: 14 },
  ...(own ? [{ text: own.yours, size: 22, color: ink, space: 18 }] : []),
  { text: gave, size: 16, color: ink, space: 18 },
  ...(own?.count ? [{ text: own.count, size: 16, color: red, space: 14 }] : []),
  ...(heldBy ? [{ text: heldBy, size: 13, color: ink, space: 18 }] : []),
  { text: isTrue, size: 11, color: ink, space: 18 },
];

/** A sheet of A4 on its side. pdfkit lets fontkit shape each word, so that Devanagari joins as HarfBuzz joins it. */
export const startCertificate = (title: string): PDFKit.PDFDocument => {
  const page = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margins: { top: edge, bottom: edge, left: sides, right: sides },
    // The standard fonts have no Devanagari, and are no part of the bundle.
    font: '',
    info: { Title: title },
  });
  return page.font(certificateFont());
};

export const drawCertificate = async (certificate: Sheet): Promise<Buffer> => {
  const page = startCertificate(certificate.certificate);
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.on('end', () => resolve(Buffer.concat(chunks)));
    page.on('error', reject);
  });
  const { width, height } = page.page;
  page.lineWidth(2).strokeColor(red);
  page.rect(frame, frame, width - 2 * frame, height - 2 * frame).stroke();
  page.y = edge + 24;
  for (const { text, size, color, space } of linesOf(certificate)) {
    page.y += space;
    page.fontSize(size).fillColor(color);
    page.text(text, sides, page.y, { width: width - 2 * sides, align: 'center', lineGap: 4 });
  }
  page.fontSize(9).fillColor(ink);
  page.text(certificate.address, sides, height - edge - 20, {
    width: width - 2 * sides,
    align: 'center',
    link: certificate.address,
  });
  page.end();
  return whole;
};
