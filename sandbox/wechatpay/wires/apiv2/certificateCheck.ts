import type { HttpResponse } from '../../../http/httpResponse';
import type { ClientCertificate } from '../../../http/incoming';

/** The page of the nginx in front of the service; live calls without a certificate are answered by it. */
export function gatewayPage(title: string, status = 400, heading = '400 Bad Request'): HttpResponse {
  const lines = [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${heading}</h1></center>`,
    ...(title === heading ? [] : [`<center>${title.replace(/^\d+ /, '')}</center>`]),
    '<hr><center>nginx</center>',
    '</body>',
    '</html>',
    '',
  ];
  return { status, contentType: 'text/html', body: Buffer.from(lines.join('\r\n')), delayMs: 0, cut: 'none' };
}

/** Why the gateway itself turns a caller away: no certificate, or one of another authority. */
export function turnedAway(certificate: ClientCertificate | undefined): HttpResponse | undefined {
  if (!certificate) return gatewayPage('400 No required SSL certificate was sent');
  return certificate.trusted ? undefined : gatewayPage('400 The SSL certificate error');
}
