import { execFileSync } from 'node:child_process';
import { findOpenssl } from './find-programs.ts';

/** Makes a key and a certificate that vouches for itself, for a server at 127.0.0.1 and no other name. */
export function makeCertificate(keyPath: string, certificatePath: string): void {
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650'];
  const name = ['-subj', '/CN=vault-test', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const openssl = findOpenssl();
  if (openssl === undefined) throw new Error('there is no openssl to make a certificate with');
  execFileSync(openssl, ['req', ...kind, ...name, '-keyout', keyPath, '-out', certificatePath], { stdio: 'pipe' });
}
